"""The endpoints, one module for each thing that they are about."""
