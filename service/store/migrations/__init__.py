"""The steps that bring a store from one form to the next, run by Alembic when the store is opened."""
