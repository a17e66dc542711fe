"""What the faces ask for, each a recipe: protect, check, put back, change, withdraw, deliver, certify, verify.

The steps of the main job are modules of their own; `docs/architecture.md` names them in order.
"""
