"""Compile the framework and the cases to JSON while building: the tool then starts faster."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class FrameworkHook(BuildHookInterface):  # type: ignore[type-arg]
    """Writes data/framework.json and data/cases.json, which the wheel carries beside the YAML."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        try:
            from cd360_cli.case_files import compile_cases
            from cd360_cli.framework_file import compile_framework

            compile_cases(root / "data", compile_framework(root / "data"))
        finally:
            sys.path.remove(str(root / "src"))
