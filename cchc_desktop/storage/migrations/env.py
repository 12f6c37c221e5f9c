"""Alembic's entry: runs on the connection, and inside the transaction, that storage/migrate.py opened."""

from alembic import context

# No target_metadata: a migration must not know the live tables. A test compares what the last one leaves with them.
context.configure(
    connection=context.config.attributes["connection"],
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
