"""The window. The only package that knows Qt; the work itself is done by `jobs`, in processes of its own."""
