# Generated from docs/openapi.json by `npm run clients`; changes here are lost.
"""Every operation: where it lies, how it answers, and whether it takes an Idempotency-Key."""

from .._operation_facts import OperationFacts

OPERATIONS: dict[str, OperationFacts] = {
    "share.link.create": OperationFacts("/v1/op/share.link.create", "json", True),
    "share.link.revoke": OperationFacts("/v1/op/share.link.revoke", "json", False),
    "share.link.validate": OperationFacts("/v1/op/share.link.validate", "json", False),
    "share.tile.render": OperationFacts("/v1/op/share.tile.render", "bytes", False),
    "share.tilejson": OperationFacts("/v1/op/share.tilejson", "json", False),
    "share.link.get": OperationFacts("/v1/op/share.link.get", "json", False),
    "share.link.list": OperationFacts("/v1/op/share.link.list", "json", False),
    "share.link.update": OperationFacts("/v1/op/share.link.update", "json", False),
    "share.link.rotate": OperationFacts("/v1/op/share.link.rotate", "json", True),
    "share.link.usage": OperationFacts("/v1/op/share.link.usage", "json", False),
    "api_keys.create": OperationFacts("/v1/op/api_keys.create", "json", True),
    "api_keys.list": OperationFacts("/v1/op/api_keys.list", "json", False),
    "api_keys.revoke": OperationFacts("/v1/op/api_keys.revoke", "json", False),
    "projects.create": OperationFacts("/v1/op/projects.create", "json", True),
    "projects.add_member": OperationFacts("/v1/op/projects.add_member", "json", False),
    "projects.update_member": OperationFacts("/v1/op/projects.update_member", "json", False),
    "projects.remove_member": OperationFacts("/v1/op/projects.remove_member", "json", False),
    "collections.create": OperationFacts("/v1/op/collections.create", "json", True),
    "collections.get": OperationFacts("/v1/op/collections.get", "json", False),
    "collections.list": OperationFacts("/v1/op/collections.list", "json", False),
    "collections.update": OperationFacts("/v1/op/collections.update", "json", False),
    "collections.delete": OperationFacts("/v1/op/collections.delete", "json", False),
    "items.create": OperationFacts("/v1/op/items.create", "json", True),
    "items.get": OperationFacts("/v1/op/items.get", "json", False),
    "items.list": OperationFacts("/v1/op/items.list", "json", False),
    "items.list_by_collection": OperationFacts("/v1/op/items.list_by_collection", "json", False),
    "items.update": OperationFacts("/v1/op/items.update", "json", False),
    "items.delete": OperationFacts("/v1/op/items.delete", "json", False),
    "items.list_assets": OperationFacts("/v1/op/items.list_assets", "json", False),
    "usage.current": OperationFacts("/v1/op/usage.current", "json", False),
    "usage.history": OperationFacts("/v1/op/usage.history", "json", False),
    "audit.list": OperationFacts("/v1/op/audit.list", "json", False),
}
