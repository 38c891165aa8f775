# Generated from docs/openapi.json by `npm run clients`; changes here are lost.
"""A method for every operation, at the path that its id spells."""

import builtins
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any, TypeAlias, Unpack, overload

from .._binary_answer import BinaryAnswer
from . import schemas

Invoke: TypeAlias = Callable[[str, Any, dict[str, Any]], Any]
AsyncInvoke: TypeAlias = Callable[[str, Any, dict[str, Any]], Awaitable[Any]]
Each: TypeAlias = Callable[[str, Any, dict[str, Any]], Any]


class ShareLink:
    """Operations under `share.link`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    def create(self, input: schemas.ShareLinkCreate, /) -> schemas.ShareLinkCreateOutput: ...

    @overload
    def create(self, /, **fields: Unpack[schemas.ShareLinkCreate]) -> schemas.ShareLinkCreateOutput: ...

    def create(self, input: Any = None, /, **fields: Any) -> Any:
        """Mint a password-protected, expiring link to one item or one collection. The token is returned only here. Scope: `shares:write`."""
        return self._invoke("share.link.create", input, fields)

    @overload
    def pause(self, input: schemas.ShareLinkPauseInput, /) -> schemas.ShareLinkResponse: ...

    @overload
    def pause(self, /, **fields: Unpack[schemas.ShareLinkPauseInput]) -> schemas.ShareLinkResponse: ...

    def pause(self, input: Any = None, /, **fields: Any) -> Any:
        """Pause a link at once, until it is resumed. It opens nothing meanwhile; its password and its addresses work again afterwards. Scope: `shares:write`."""
        return self._invoke("share.link.pause", input, fields)

    @overload
    def resume(self, input: schemas.ShareLinkResumeInput, /) -> schemas.ShareLinkResponse: ...

    @overload
    def resume(self, /, **fields: Unpack[schemas.ShareLinkResumeInput]) -> schemas.ShareLinkResponse: ...

    def resume(self, input: Any = None, /, **fields: Any) -> Any:
        """Let a paused link open again, with the same address, password and addresses for map software. Scope: `shares:write`."""
        return self._invoke("share.link.resume", input, fields)

    @overload
    def revoke(self, input: schemas.ShareLinkRevokeInput, /) -> schemas.ShareLinkRevokeOutput: ...

    @overload
    def revoke(self, /, **fields: Unpack[schemas.ShareLinkRevokeInput]) -> schemas.ShareLinkRevokeOutput: ...

    def revoke(self, input: Any = None, /, **fields: Any) -> Any:
        """Kill a link at once and for good. Caller must be editor or admin on the project that owns the target. Scope: `shares:write`."""
        return self._invoke("share.link.revoke", input, fields)

    @overload
    def validate(self, input: schemas.ShareLinkValidateInput, /) -> schemas.ShareLinkValidateOutput: ...

    @overload
    def validate(self, /, **fields: Unpack[schemas.ShareLinkValidateInput]) -> schemas.ShareLinkValidateOutput: ...

    def validate(self, input: Any = None, /, **fields: Any) -> Any:
        """Redeem token + password; answers the shared target. Scope: `shares:read`."""
        return self._invoke("share.link.validate", input, fields)

    @overload
    def introduce(self, input: schemas.ShareLinkIntroduceInput, /) -> schemas.ShareLinkIntroduction: ...

    @overload
    def introduce(self, /, **fields: Unpack[schemas.ShareLinkIntroduceInput]) -> schemas.ShareLinkIntroduction: ...

    def introduce(self, input: Any = None, /, **fields: Any) -> Any:
        """What a link says of itself before its password: who shares it and until when, if its owner allows it. Scope: `shares:read`."""
        return self._invoke("share.link.introduce", input, fields)

    @overload
    def get(self, input: schemas.ShareLinkGetInput, /) -> schemas.ShareLinkGetOutput: ...

    @overload
    def get(self, /, **fields: Unpack[schemas.ShareLinkGetInput]) -> schemas.ShareLinkGetOutput: ...

    def get(self, input: Any = None, /, **fields: Any) -> Any:
        """One link of the organization with its limits and what it has used of them; never its token or password. Scope: `shares:read`."""
        return self._invoke("share.link.get", input, fields)

    @overload
    def list(self, input: schemas.ShareLinkListInput | None = None, /) -> schemas.ShareLinkListOutput: ...

    @overload
    def list(self, /, **fields: Unpack[schemas.ShareLinkListInput]) -> schemas.ShareLinkListOutput: ...

    def list(self, input: Any = None, /, **fields: Any) -> Any:
        """The organization's links, newest first. A user sees the links of the projects that the user is a member of. Scope: `shares:read`."""
        return self._invoke("share.link.list", input, fields)

    @overload
    def list_each(self, input: schemas.ShareLinkListInput | None = None, /) -> Iterator[schemas.ShareLinkGetOutput]: ...

    @overload
    def list_each(self, /, **fields: Unpack[schemas.ShareLinkListInput]) -> Iterator[schemas.ShareLinkGetOutput]: ...

    def list_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `share.link.list`, page by page."""
        return self._each("share.link.list", input, fields)

    @overload
    def update(self, input: schemas.ShareLinkUpdateInput, /) -> schemas.ShareLinkResponse: ...

    @overload
    def update(self, /, **fields: Unpack[schemas.ShareLinkUpdateInput]) -> schemas.ShareLinkResponse: ...

    def update(self, input: Any = None, /, **fields: Any) -> Any:
        """Change a link's expiry, password, label, limits, allowed origins or what it gives. With a new password, every map that was opened with the old one stops working. Scope: `shares:write`."""
        return self._invoke("share.link.update", input, fields)

    @overload
    def rotate(self, input: schemas.ShareLinkRotateInput, /) -> schemas.ShareLinkRotateOutput: ...

    @overload
    def rotate(self, /, **fields: Unpack[schemas.ShareLinkRotateInput]) -> schemas.ShareLinkRotateOutput: ...

    def rotate(self, input: Any = None, /, **fields: Any) -> Any:
        """Give a link a new token and keep its settings. The old token stops working at once, and so does every map that was opened with it. Scope: `shares:write`."""
        return self._invoke("share.link.rotate", input, fields)

    @overload
    def usage(self, input: schemas.ShareLinkUsageInput, /) -> schemas.ShareLinkUsageOutput: ...

    @overload
    def usage(self, /, **fields: Unpack[schemas.ShareLinkUsageInput]) -> schemas.ShareLinkUsageOutput: ...

    def usage(self, input: Any = None, /, **fields: Any) -> Any:
        """The last days (UTC) of a link: views, tiles, bytes and unique clients. Clients are counted by a hash that changes every day. Scope: `shares:read`."""
        return self._invoke("share.link.usage", input, fields)


class ShareItems:
    """Operations under `share.items`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    def list(self, input: schemas.ShareItemsListInput, /) -> schemas.ShareItemsListOutput: ...

    @overload
    def list(self, /, **fields: Unpack[schemas.ShareItemsListInput]) -> schemas.ShareItemsListOutput: ...

    def list(self, input: Any = None, /, **fields: Any) -> Any:
        """The items that a link shares, page by page: the rest of what share.link.validate answers. It is no view. Scope: `shares:read`."""
        return self._invoke("share.items.list", input, fields)

    @overload
    def list_each(self, input: schemas.ShareItemsListInput, /) -> Iterator[builtins.dict[str, Any]]: ...

    @overload
    def list_each(self, /, **fields: Unpack[schemas.ShareItemsListInput]) -> Iterator[builtins.dict[str, Any]]: ...

    def list_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `share.items.list`, page by page."""
        return self._each("share.items.list", input, fields)


class ShareTile:
    """Operations under `share.tile`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    def render(self, input: schemas.ShareTileInput, /) -> BinaryAnswer: ...

    @overload
    def render(self, /, **fields: Unpack[schemas.ShareTileInput]) -> BinaryAnswer: ...

    def render(self, input: Any = None, /, **fields: Any) -> Any:
        """Render one XYZ map tile of the shared target; the sharer is billed. Answers image bytes. Scope: `shares:read`."""
        return self._invoke("share.tile.render", input, fields)


class Share:
    """Operations under `share`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each
        self.link = ShareLink(invoke, each)
        self.items = ShareItems(invoke, each)
        self.tile = ShareTile(invoke, each)

    @overload
    def tilejson(self, input: schemas.ShareTilejsonInput, /) -> schemas.ShareTilejsonOutput: ...

    @overload
    def tilejson(self, /, **fields: Unpack[schemas.ShareTilejsonInput]) -> schemas.ShareTilejsonOutput: ...

    def tilejson(self, input: Any = None, /, **fields: Any) -> Any:
        """TileJSON document that lets a map client show the shared target. Scope: `shares:read`."""
        return self._invoke("share.tilejson", input, fields)

    @overload
    def legend(self, input: schemas.ShareLegendInput, /) -> schemas.Legend: ...

    @overload
    def legend(self, /, **fields: Unpack[schemas.ShareLegendInput]) -> schemas.Legend: ...

    def legend(self, input: Any = None, /, **fields: Any) -> Any:
        """What the colours of a link's tiles mean: values and colours, and a picture. It is no view. Scope: `shares:read`."""
        return self._invoke("share.legend", input, fields)

    @overload
    def point(self, input: schemas.SharePointInput, /) -> schemas.PointValues: ...

    @overload
    def point(self, /, **fields: Unpack[schemas.SharePointInput]) -> schemas.PointValues: ...

    def point(self, input: Any = None, /, **fields: Any) -> Any:
        """The values under a point of a link that gives values; priced as the tile they are read from. Scope: `shares:read`."""
        return self._invoke("share.point", input, fields)

    @overload
    def preview(self, input: schemas.SharePreviewInput, /) -> BinaryAnswer: ...

    @overload
    def preview(self, /, **fields: Unpack[schemas.SharePreviewInput]) -> BinaryAnswer: ...

    def preview(self, input: Any = None, /, **fields: Any) -> Any:
        """A picture of everything that a link shows, within its rights; no view, and priced as one tile. Scope: `shares:read`."""
        return self._invoke("share.preview", input, fields)


class ApiKeys:
    """Operations under `api_keys`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    def create(self, input: schemas.ApiKeyCreateInput, /) -> schemas.ApiKeyCreateOutput: ...

    @overload
    def create(self, /, **fields: Unpack[schemas.ApiKeyCreateInput]) -> schemas.ApiKeyCreateOutput: ...

    def create(self, input: Any = None, /, **fields: Any) -> Any:
        """Mint an organization API key; the secret is returned only here. Scope: `api_keys:write`."""
        return self._invoke("api_keys.create", input, fields)

    @overload
    def list(self, input: schemas.ApiKeyListInput | None = None, /) -> schemas.ApiKeysListOutput: ...

    @overload
    def list(self, /, **fields: Unpack[schemas.ApiKeyListInput]) -> schemas.ApiKeysListOutput: ...

    def list(self, input: Any = None, /, **fields: Any) -> Any:
        """List the organization's keys, metadata only. Scope: `api_keys:read`."""
        return self._invoke("api_keys.list", input, fields)

    @overload
    def list_each(self, input: schemas.ApiKeyListInput | None = None, /) -> Iterator[dict[str, Any]]: ...

    @overload
    def list_each(self, /, **fields: Unpack[schemas.ApiKeyListInput]) -> Iterator[dict[str, Any]]: ...

    def list_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `api_keys.list`, page by page."""
        return self._each("api_keys.list", input, fields)

    @overload
    def revoke(self, input: schemas.ApiKeyRevokeInput, /) -> schemas.ApiKeyRevokeOutput: ...

    @overload
    def revoke(self, /, **fields: Unpack[schemas.ApiKeyRevokeInput]) -> schemas.ApiKeyRevokeOutput: ...

    def revoke(self, input: Any = None, /, **fields: Any) -> Any:
        """Revoke a key and every key made by it. A key revokes itself and what it made; administrators revoke any. Scope: `api_keys:write`."""
        return self._invoke("api_keys.revoke", input, fields)


class OrganizationsRules:
    """Operations under `organizations.rules`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    def get(self, input: schemas.OrganizationRulesGetInput | None = None, /) -> schemas.OrganizationRules:
        """The rules of the caller's organization for its links. Scope: `shares:read`."""
        return self._invoke("organizations.rules.get", input, {})

    @overload
    def update(self, input: schemas.OrganizationRulesUpdateInput, /) -> schemas.OrganizationRules: ...

    @overload
    def update(self, /, **fields: Unpack[schemas.OrganizationRulesUpdateInput]) -> schemas.OrganizationRules: ...

    def update(self, input: Any = None, /, **fields: Any) -> Any:
        """Set rules of the organization for its links; null and an empty list take one away. Administrators of the organization only. Links made before follow when they are changed or rotated. Scope: `api_keys:write`."""
        return self._invoke("organizations.rules.update", input, fields)


class OrganizationsTags:
    """Operations under `organizations.tags`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    def get(self, input: schemas.OrganizationTagsGetInput | None = None, /) -> schemas.OrganizationTags:
        """The cost-allocation tags that all usage of the caller's organization has. Scope: `usage:read`."""
        return self._invoke("organizations.tags.get", input, {})

    @overload
    def update(self, input: schemas.OrganizationTagsUpdateInput, /) -> schemas.OrganizationTags: ...

    @overload
    def update(self, /, **fields: Unpack[schemas.OrganizationTagsUpdateInput]) -> schemas.OrganizationTags: ...

    def update(self, input: Any = None, /, **fields: Any) -> Any:
        """Set the cost-allocation tags that all usage of the organization has. For its administrators. Scope: `billing:write`."""
        return self._invoke("organizations.tags.update", input, fields)


class OrganizationsLimits:
    """Operations under `organizations.limits`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    def get(self, input: schemas.OrganizationLimitsInput | None = None, /) -> schemas.OrganizationLimitsOutput:
        """The limits that bind the caller's organization, and what it uses of those that count rows. Scope: `usage:read`."""
        return self._invoke("organizations.limits.get", input, {})


class Organizations:
    """Operations under `organizations`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each
        self.rules = OrganizationsRules(invoke, each)
        self.tags = OrganizationsTags(invoke, each)
        self.limits = OrganizationsLimits(invoke, each)

    @overload
    def create(self, input: schemas.OrganizationCreateInput, /) -> schemas.OrganizationCreateOutput: ...

    @overload
    def create(self, /, **fields: Unpack[schemas.OrganizationCreateInput]) -> schemas.OrganizationCreateOutput: ...

    def create(self, input: Any = None, /, **fields: Any) -> Any:
        """Create an organization, with a first API key that holds every scope and is answered only here. For operators of the service. Scope: `organizations:write`."""
        return self._invoke("organizations.create", input, fields)

    @overload
    def get(self, input: schemas.OrganizationGetInput | None = None, /) -> schemas.Organization: ...

    @overload
    def get(self, /, **fields: Unpack[schemas.OrganizationGetInput]) -> schemas.Organization: ...

    def get(self, input: Any = None, /, **fields: Any) -> Any:
        """The caller's organization, and what it says of itself. Scope: `organizations:read`."""
        return self._invoke("organizations.get", input, fields)

    @overload
    def update(self, input: schemas.OrganizationUpdateInput, /) -> schemas.Organization: ...

    @overload
    def update(self, /, **fields: Unpack[schemas.OrganizationUpdateInput]) -> schemas.Organization: ...

    def update(self, input: Any = None, /, **fields: Any) -> Any:
        """Change the name of the organization, which pages of links show, and what it says of itself. For its administrators. Invoices follow billing.parties.set. Scope: `organizations:write`."""
        return self._invoke("organizations.update", input, fields)


class Projects:
    """Operations under `projects`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    def create(self, input: schemas.ProjectCreate, /) -> schemas.ProjectResponse: ...

    @overload
    def create(self, /, **fields: Unpack[schemas.ProjectCreate]) -> schemas.ProjectResponse: ...

    def create(self, input: Any = None, /, **fields: Any) -> Any:
        """Create a project in the caller's organization. Scope: `projects:write`."""
        return self._invoke("projects.create", input, fields)

    @overload
    def get(self, input: schemas.ProjectGetInput, /) -> schemas.ProjectResponse: ...

    @overload
    def get(self, /, **fields: Unpack[schemas.ProjectGetInput]) -> schemas.ProjectResponse: ...

    def get(self, input: Any = None, /, **fields: Any) -> Any:
        """Get one project. Scope: `projects:read`."""
        return self._invoke("projects.get", input, fields)

    @overload
    def update(self, input: schemas.ProjectUpdateInput, /) -> schemas.ProjectResponse: ...

    @overload
    def update(self, /, **fields: Unpack[schemas.ProjectUpdateInput]) -> schemas.ProjectResponse: ...

    def update(self, input: Any = None, /, **fields: Any) -> Any:
        """Change a project's name, description or tags, or whether it is archived. Scope: `projects:write`."""
        return self._invoke("projects.update", input, fields)

    @overload
    def archive(self, input: schemas.ProjectArchiveInput, /) -> schemas.ProjectResponse: ...

    @overload
    def archive(self, /, **fields: Unpack[schemas.ProjectArchiveInput]) -> schemas.ProjectResponse: ...

    def archive(self, input: Any = None, /, **fields: Any) -> Any:
        """Archive a project: it takes no new items, uploads or collections, while all that it holds and shares stays. Scope: `projects:write`."""
        return self._invoke("projects.archive", input, fields)

    @overload
    def delete(self, input: schemas.ProjectDeleteInput, /) -> schemas.ProjectDeleteOutput: ...

    @overload
    def delete(self, /, **fields: Unpack[schemas.ProjectDeleteInput]) -> schemas.ProjectDeleteOutput: ...

    def delete(self, input: Any = None, /, **fields: Any) -> Any:
        """Soft-delete a project with all that it holds; its links open nothing from then on. `preview` says what would go. Scope: `projects:write`."""
        return self._invoke("projects.delete", input, fields)

    @overload
    def list(self, input: schemas.ProjectsListInput | None = None, /) -> schemas.ProjectsListOutput: ...

    @overload
    def list(self, /, **fields: Unpack[schemas.ProjectsListInput]) -> schemas.ProjectsListOutput: ...

    def list(self, input: Any = None, /, **fields: Any) -> Any:
        """The organization's projects by name. A user sees the projects that the user is a member of; an administrator sees all. Scope: `projects:read`."""
        return self._invoke("projects.list", input, fields)

    @overload
    def list_each(self, input: schemas.ProjectsListInput | None = None, /) -> Iterator[dict[str, Any]]: ...

    @overload
    def list_each(self, /, **fields: Unpack[schemas.ProjectsListInput]) -> Iterator[dict[str, Any]]: ...

    def list_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `projects.list`, page by page."""
        return self._each("projects.list", input, fields)

    @overload
    def list_members(self, input: schemas.ListMembersInput, /) -> schemas.ListMembersOutput: ...

    @overload
    def list_members(self, /, **fields: Unpack[schemas.ListMembersInput]) -> schemas.ListMembersOutput: ...

    def list_members(self, input: Any = None, /, **fields: Any) -> Any:
        """The members of a project and their roles, by name. Scope: `projects:read`."""
        return self._invoke("projects.list_members", input, fields)

    @overload
    def list_members_each(self, input: schemas.ListMembersInput, /) -> Iterator[dict[str, Any]]: ...

    @overload
    def list_members_each(self, /, **fields: Unpack[schemas.ListMembersInput]) -> Iterator[dict[str, Any]]: ...

    def list_members_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `projects.list_members`, page by page."""
        return self._each("projects.list_members", input, fields)

    @overload
    def add_member(self, input: schemas.AddMemberInput, /) -> schemas.MemberOutput: ...

    @overload
    def add_member(self, /, **fields: Unpack[schemas.AddMemberInput]) -> schemas.MemberOutput: ...

    def add_member(self, input: Any = None, /, **fields: Any) -> Any:
        """Add a user to a project with a role (admin, editor, viewer). Scope: `projects:write`."""
        return self._invoke("projects.add_member", input, fields)

    @overload
    def update_member(self, input: schemas.UpdateMemberInput, /) -> schemas.MemberOutput: ...

    @overload
    def update_member(self, /, **fields: Unpack[schemas.UpdateMemberInput]) -> schemas.MemberOutput: ...

    def update_member(self, input: Any = None, /, **fields: Any) -> Any:
        """Change a member's role. Scope: `projects:write`."""
        return self._invoke("projects.update_member", input, fields)

    @overload
    def remove_member(self, input: schemas.RemoveMemberInput, /) -> schemas.RemoveMemberOutput: ...

    @overload
    def remove_member(self, /, **fields: Unpack[schemas.RemoveMemberInput]) -> schemas.RemoveMemberOutput: ...

    def remove_member(self, input: Any = None, /, **fields: Any) -> Any:
        """Remove a member. Scope: `projects:write`."""
        return self._invoke("projects.remove_member", input, fields)


class Collections:
    """Operations under `collections`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    def create(self, input: schemas.CollectionCreateInput, /) -> schemas.CollectionResponse: ...

    @overload
    def create(self, /, **fields: Unpack[schemas.CollectionCreateInput]) -> schemas.CollectionResponse: ...

    def create(self, input: Any = None, /, **fields: Any) -> Any:
        """Create a collection of items in a project. Scope: `collections:write`."""
        return self._invoke("collections.create", input, fields)

    @overload
    def get(self, input: schemas.CollectionsGetInput, /) -> schemas.CollectionResponse: ...

    @overload
    def get(self, /, **fields: Unpack[schemas.CollectionsGetInput]) -> schemas.CollectionResponse: ...

    def get(self, input: Any = None, /, **fields: Any) -> Any:
        """Get one collection. Scope: `collections:read`."""
        return self._invoke("collections.get", input, fields)

    @overload
    def list(self, input: schemas.CollectionsListInput, /) -> schemas.CollectionsListOutput: ...

    @overload
    def list(self, /, **fields: Unpack[schemas.CollectionsListInput]) -> schemas.CollectionsListOutput: ...

    def list(self, input: Any = None, /, **fields: Any) -> Any:
        """List a project's collections with item counts. Scope: `collections:read`."""
        return self._invoke("collections.list", input, fields)

    @overload
    def list_each(self, input: schemas.CollectionsListInput, /) -> Iterator[schemas.CollectionResponse]: ...

    @overload
    def list_each(self, /, **fields: Unpack[schemas.CollectionsListInput]) -> Iterator[schemas.CollectionResponse]: ...

    def list_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `collections.list`, page by page."""
        return self._each("collections.list", input, fields)

    @overload
    def update(self, input: schemas.CollectionUpdateInput, /) -> schemas.CollectionResponse: ...

    @overload
    def update(self, /, **fields: Unpack[schemas.CollectionUpdateInput]) -> schemas.CollectionResponse: ...

    def update(self, input: Any = None, /, **fields: Any) -> Any:
        """Change a collection's metadata and tags. Scope: `collections:write`."""
        return self._invoke("collections.update", input, fields)

    @overload
    def thumbnail(self, input: schemas.CollectionThumbnailInput, /) -> BinaryAnswer: ...

    @overload
    def thumbnail(self, /, **fields: Unpack[schemas.CollectionThumbnailInput]) -> BinaryAnswer: ...

    def thumbnail(self, input: Any = None, /, **fields: Any) -> Any:
        """A picture of all items of a collection together; free, as all tiles of owners are. Scope: `items:read`."""
        return self._invoke("collections.thumbnail", input, fields)

    @overload
    def delete(self, input: schemas.CollectionDeleteInput, /) -> schemas.CollectionDeleteOutput: ...

    @overload
    def delete(self, /, **fields: Unpack[schemas.CollectionDeleteInput]) -> schemas.CollectionDeleteOutput: ...

    def delete(self, input: Any = None, /, **fields: Any) -> Any:
        """Soft-delete a collection; its items stay, unlinked, and its links open nothing from then on. `preview` says how many. Scope: `collections:write`."""
        return self._invoke("collections.delete", input, fields)


class ItemsIngest:
    """Operations under `items.ingest`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    def cancel(self, input: schemas.ItemIngestCancelInput, /) -> schemas.ItemIngestCancelOutput: ...

    @overload
    def cancel(self, /, **fields: Unpack[schemas.ItemIngestCancelInput]) -> schemas.ItemIngestCancelOutput: ...

    def cancel(self, input: Any = None, /, **fields: Any) -> Any:
        """Cancel the preparation of an item's files; the originals stay. Scope: `items:write`."""
        return self._invoke("items.ingest.cancel", input, fields)

    @overload
    def retry(self, input: schemas.ItemIngestRetryInput, /) -> schemas.ItemIngestRetryOutput: ...

    @overload
    def retry(self, /, **fields: Unpack[schemas.ItemIngestRetryInput]) -> schemas.ItemIngestRetryOutput: ...

    def retry(self, input: Any = None, /, **fields: Any) -> Any:
        """Prepare an item's files again after that failed or was cancelled. Scope: `items:write`."""
        return self._invoke("items.ingest.retry", input, fields)


class ItemsAsset:
    """Operations under `items.asset`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    def download(self, input: schemas.AssetDownloadInput, /) -> schemas.ItemsAssetDownloadOutput: ...

    @overload
    def download(self, /, **fields: Unpack[schemas.AssetDownloadInput]) -> schemas.ItemsAssetDownloadOutput: ...

    def download(self, input: Any = None, /, **fields: Any) -> Any:
        """Issue a short-lived signed download URL for an asset. Scope: `items:read`."""
        return self._invoke("items.asset.download", input, fields)


class ItemsTile:
    """Operations under `items.tile`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    def render(self, input: schemas.ItemTileRenderInput, /) -> BinaryAnswer: ...

    @overload
    def render(self, /, **fields: Unpack[schemas.ItemTileRenderInput]) -> BinaryAnswer: ...

    def render(self, input: Any = None, /, **fields: Any) -> Any:
        """Render one XYZ tile of an item the caller may read (owner side, same pipeline). Scope: `items:read`."""
        return self._invoke("items.tile.render", input, fields)

    @overload
    def tilejson(self, input: schemas.ItemTilejsonInput, /) -> schemas.ItemsTileTilejsonOutput: ...

    @overload
    def tilejson(self, /, **fields: Unpack[schemas.ItemTilejsonInput]) -> schemas.ItemsTileTilejsonOutput: ...

    def tilejson(self, input: Any = None, /, **fields: Any) -> Any:
        """TileJSON for an item the caller may read. Scope: `items:read`."""
        return self._invoke("items.tile.tilejson", input, fields)

    @overload
    def statistics(self, input: schemas.ItemStatisticsInput, /) -> schemas.ItemsTileStatisticsOutput: ...

    @overload
    def statistics(self, /, **fields: Unpack[schemas.ItemStatisticsInput]) -> schemas.ItemsTileStatisticsOutput: ...

    def statistics(self, input: Any = None, /, **fields: Any) -> Any:
        """Statistics of an expression over a sample of an item: percentiles (p2/p98), mean, histogram. Scope: `items:read`."""
        return self._invoke("items.tile.statistics", input, fields)

    @overload
    def legend(self, input: schemas.ItemLegendInput, /) -> schemas.Legend: ...

    @overload
    def legend(self, /, **fields: Unpack[schemas.ItemLegendInput]) -> schemas.Legend: ...

    def legend(self, input: Any = None, /, **fields: Any) -> Any:
        """What the colours of an item's tiles mean: values and colours, and a picture. Scope: `items:read`."""
        return self._invoke("items.tile.legend", input, fields)

    @overload
    def point(self, input: schemas.ItemPointInput, /) -> schemas.PointValues: ...

    @overload
    def point(self, /, **fields: Unpack[schemas.ItemPointInput]) -> schemas.PointValues: ...

    def point(self, input: Any = None, /, **fields: Any) -> Any:
        """The values of an item under a point: its bands, or a calculation. Scope: `items:read`."""
        return self._invoke("items.tile.point", input, fields)

    @overload
    def wmts_capabilities(self, input: schemas.ItemWmtsCapabilitiesInput, /) -> BinaryAnswer: ...

    @overload
    def wmts_capabilities(self, /, **fields: Unpack[schemas.ItemWmtsCapabilitiesInput]) -> BinaryAnswer: ...

    def wmts_capabilities(self, input: Any = None, /, **fields: Any) -> Any:
        """OGC WMTS 1.0.0 GetCapabilities XML for an item. Scope: `items:read`."""
        return self._invoke("items.tile.wmts_capabilities", input, fields)

    @overload
    def wmts_get_tile(self, input: schemas.ItemWmtsGetTileInput, /) -> BinaryAnswer: ...

    @overload
    def wmts_get_tile(self, /, **fields: Unpack[schemas.ItemWmtsGetTileInput]) -> BinaryAnswer: ...

    def wmts_get_tile(self, input: Any = None, /, **fields: Any) -> Any:
        """One tile of an item as WMTS names it (WebMercatorQuad), as PNG. Scope: `items:read`."""
        return self._invoke("items.tile.wmts_get_tile", input, fields)


class Items:
    """Operations under `items`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each
        self.ingest = ItemsIngest(invoke, each)
        self.asset = ItemsAsset(invoke, each)
        self.tile = ItemsTile(invoke, each)

    @overload
    def create(self, input: schemas.ItemCreateInput, /) -> schemas.ItemResponse: ...

    @overload
    def create(self, /, **fields: Unpack[schemas.ItemCreateInput]) -> schemas.ItemResponse: ...

    def create(self, input: Any = None, /, **fields: Any) -> Any:
        """Create an item in a project. Scope: `items:write`."""
        return self._invoke("items.create", input, fields)

    @overload
    def get(self, input: schemas.ItemGetInput, /) -> schemas.ItemGetOutput: ...

    @overload
    def get(self, /, **fields: Unpack[schemas.ItemGetInput]) -> schemas.ItemGetOutput: ...

    def get(self, input: Any = None, /, **fields: Any) -> Any:
        """Get one item. Scope: `items:read`."""
        return self._invoke("items.get", input, fields)

    @overload
    def list(self, input: schemas.ItemsListInput, /) -> schemas.ItemsListOutput: ...

    @overload
    def list(self, /, **fields: Unpack[schemas.ItemsListInput]) -> schemas.ItemsListOutput: ...

    def list(self, input: Any = None, /, **fields: Any) -> Any:
        """List a project's items. Scope: `items:read`."""
        return self._invoke("items.list", input, fields)

    @overload
    def list_each(self, input: schemas.ItemsListInput, /) -> Iterator[schemas.ItemResponse]: ...

    @overload
    def list_each(self, /, **fields: Unpack[schemas.ItemsListInput]) -> Iterator[schemas.ItemResponse]: ...

    def list_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `items.list`, page by page."""
        return self._each("items.list", input, fields)

    @overload
    def list_by_collection(self, input: schemas.ItemsByCollectionInput, /) -> schemas.ItemsListOutput: ...

    @overload
    def list_by_collection(self, /, **fields: Unpack[schemas.ItemsByCollectionInput]) -> schemas.ItemsListOutput: ...

    def list_by_collection(self, input: Any = None, /, **fields: Any) -> Any:
        """List a collection's items. Scope: `items:read`."""
        return self._invoke("items.list_by_collection", input, fields)

    @overload
    def list_by_collection_each(self, input: schemas.ItemsByCollectionInput, /) -> Iterator[schemas.ItemResponse]: ...

    @overload
    def list_by_collection_each(self, /, **fields: Unpack[schemas.ItemsByCollectionInput]) -> Iterator[schemas.ItemResponse]: ...

    def list_by_collection_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `items.list_by_collection`, page by page."""
        return self._each("items.list_by_collection", input, fields)

    @overload
    def search(self, input: schemas.ProjectItemSearchInput, /) -> schemas.FeatureCollectionOutput: ...

    @overload
    def search(self, /, **fields: Unpack[schemas.ProjectItemSearchInput]) -> schemas.FeatureCollectionOutput: ...

    def search(self, input: Any = None, /, **fields: Any) -> Any:
        """Find a project's items by place, time, collection, type and properties, as STAC features. Scope: `items:read`."""
        return self._invoke("items.search", input, fields)

    @overload
    def search_each(self, input: schemas.ProjectItemSearchInput, /) -> Iterator[Any]: ...

    @overload
    def search_each(self, /, **fields: Unpack[schemas.ProjectItemSearchInput]) -> Iterator[Any]: ...

    def search_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `items.search`, page by page."""
        return self._each("items.search", input, fields)

    @overload
    def search_org(self, input: schemas.OrgItemSearchInput | None = None, /) -> schemas.FeatureCollectionOutput: ...

    @overload
    def search_org(self, /, **fields: Unpack[schemas.OrgItemSearchInput]) -> schemas.FeatureCollectionOutput: ...

    def search_org(self, input: Any = None, /, **fields: Any) -> Any:
        """Find items in all projects that the caller sees, by place, time, collection, type and properties, as STAC features. Scope: `items:read`."""
        return self._invoke("items.search_org", input, fields)

    @overload
    def search_org_each(self, input: schemas.OrgItemSearchInput | None = None, /) -> Iterator[Any]: ...

    @overload
    def search_org_each(self, /, **fields: Unpack[schemas.OrgItemSearchInput]) -> Iterator[Any]: ...

    def search_org_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `items.search_org`, page by page."""
        return self._each("items.search_org", input, fields)

    @overload
    def update(self, input: schemas.ItemUpdateInput, /) -> schemas.ItemResponse: ...

    @overload
    def update(self, /, **fields: Unpack[schemas.ItemUpdateInput]) -> schemas.ItemResponse: ...

    def update(self, input: Any = None, /, **fields: Any) -> Any:
        """Change an item's mutable metadata. Scope: `items:write`."""
        return self._invoke("items.update", input, fields)

    @overload
    def delete(self, input: schemas.ItemDeleteInput, /) -> schemas.ItemDeleteOutput: ...

    @overload
    def delete(self, /, **fields: Unpack[schemas.ItemDeleteInput]) -> schemas.ItemDeleteOutput: ...

    def delete(self, input: Any = None, /, **fields: Any) -> Any:
        """Soft-delete an item: its links open nothing from then on. `preview` says how many. Scope: `items:write`."""
        return self._invoke("items.delete", input, fields)

    @overload
    def move(self, input: schemas.ItemMoveInput, /) -> schemas.ItemMoveOutput: ...

    @overload
    def move(self, /, **fields: Unpack[schemas.ItemMoveInput]) -> schemas.ItemMoveOutput: ...

    def move(self, input: Any = None, /, **fields: Any) -> Any:
        """Move an item to another project of the organization, with its own links; it leaves its collection. `preview` says what would change. Scope: `items:write`."""
        return self._invoke("items.move", input, fields)

    @overload
    def duplicate(self, input: schemas.ItemDuplicateInput, /) -> schemas.ItemResponse: ...

    @overload
    def duplicate(self, /, **fields: Unpack[schemas.ItemDuplicateInput]) -> schemas.ItemResponse: ...

    def duplicate(self, input: Any = None, /, **fields: Any) -> Any:
        """Make an item like another one, with its files and profiles, in its project or another one. Files count as stored once more; links stay with the item they share. Scope: `items:write`."""
        return self._invoke("items.duplicate", input, fields)

    @overload
    def lineage(self, input: schemas.ItemLineageInput, /) -> schemas.ItemsLineageOutput: ...

    @overload
    def lineage(self, /, **fields: Unpack[schemas.ItemLineageInput]) -> schemas.ItemsLineageOutput: ...

    def lineage(self, input: Any = None, /, **fields: Any) -> Any:
        """The uploads and items that an item came of, and the items that came of it. Scope: `items:read`."""
        return self._invoke("items.lineage", input, fields)

    @overload
    def list_expiring(self, input: schemas.ExpiringInput | None = None, /) -> schemas.ItemsListExpiringOutput: ...

    @overload
    def list_expiring(self, /, **fields: Unpack[schemas.ExpiringInput]) -> schemas.ItemsListExpiringOutput: ...

    def list_expiring(self, input: Any = None, /, **fields: Any) -> Any:
        """Items of the organization whose `expires_at` comes within some days or has passed, soonest first: up to 1,000 that are not marked as expired. Scope: `admin:read`."""
        return self._invoke("items.list_expiring", input, fields)

    def expire_batch(self, input: schemas.Empty | None = None, /) -> schemas.ItemsExpireBatchOutput:
        """Mark items of the organization whose `expires_at` has passed as expired, up to 1,000 a call. Nothing is deleted, and links go on showing them. Scope: `admin:write`."""
        return self._invoke("items.expire_batch", input, {})

    @overload
    def list_assets(self, input: schemas.ItemAssetsInput, /) -> schemas.ItemsListAssetsOutput: ...

    @overload
    def list_assets(self, /, **fields: Unpack[schemas.ItemAssetsInput]) -> schemas.ItemsListAssetsOutput: ...

    def list_assets(self, input: Any = None, /, **fields: Any) -> Any:
        """List an item's assets (files). Scope: `items:read`."""
        return self._invoke("items.list_assets", input, fields)

    @overload
    def list_assets_each(self, input: schemas.ItemAssetsInput, /) -> Iterator[dict[str, Any]]: ...

    @overload
    def list_assets_each(self, /, **fields: Unpack[schemas.ItemAssetsInput]) -> Iterator[dict[str, Any]]: ...

    def list_assets_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `items.list_assets`, page by page."""
        return self._each("items.list_assets", input, fields)

    @overload
    def replace_asset(self, input: schemas.ReplaceAssetInput, /) -> schemas.ReplaceAssetOutput: ...

    @overload
    def replace_asset(self, /, **fields: Unpack[schemas.ReplaceAssetInput]) -> schemas.ReplaceAssetOutput: ...

    def replace_asset(self, input: Any = None, /, **fields: Any) -> Any:
        """Put a file of the asset store in the place of one of an item's files: maps and links show it at once, under the same addresses. `preview` says what would change. Scope: `items:write`."""
        return self._invoke("items.replace_asset", input, fields)

    @overload
    def set_asset_band_names(self, input: schemas.SetBandNamesInput, /) -> schemas.AssetOutput: ...

    @overload
    def set_asset_band_names(self, /, **fields: Unpack[schemas.SetBandNamesInput]) -> schemas.AssetOutput: ...

    def set_asset_band_names(self, input: Any = None, /, **fields: Any) -> Any:
        """Name the bands of a file, for profiles and expressions that name bands. The file itself is not changed; a name that is empty is taken away. Scope: `items:write`."""
        return self._invoke("items.set_asset_band_names", input, fields)

    @overload
    def detect_asset_bands(self, input: schemas.DetectBandsInput, /) -> schemas.DetectBandsOutput: ...

    @overload
    def detect_asset_bands(self, /, **fields: Unpack[schemas.DetectBandsInput]) -> schemas.DetectBandsOutput: ...

    def detect_asset_bands(self, input: Any = None, /, **fields: Any) -> Any:
        """Suggest names for the bands of a file: those it has, those of its colours, or by how bright its bands are. Nothing is changed. Scope: `items:read`."""
        return self._invoke("items.detect_asset_bands", input, fields)

    @overload
    def get_stac(self, input: schemas.ItemStacInput, /) -> schemas.ItemsGetStacOutput: ...

    @overload
    def get_stac(self, /, **fields: Unpack[schemas.ItemStacInput]) -> schemas.ItemsGetStacOutput: ...

    def get_stac(self, input: Any = None, /, **fields: Any) -> Any:
        """The item as a STAC 1.0.0 Feature. Scope: `items:read`."""
        return self._invoke("items.get_stac", input, fields)

    @overload
    def thumbnail(self, input: schemas.ItemThumbnailInput, /) -> BinaryAnswer: ...

    @overload
    def thumbnail(self, /, **fields: Unpack[schemas.ItemThumbnailInput]) -> BinaryAnswer: ...

    def thumbnail(self, input: Any = None, /, **fields: Any) -> Any:
        """A picture of a whole item, at most as large as requested; free, as all tiles of owners are. Scope: `items:read`."""
        return self._invoke("items.thumbnail", input, fields)


class Assets:
    """Operations under `assets`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    def delete(self, input: schemas.AssetDeleteInput, /) -> schemas.AssetDeleteOutput: ...

    @overload
    def delete(self, /, **fields: Unpack[schemas.AssetDeleteInput]) -> schemas.AssetDeleteOutput: ...

    def delete(self, input: Any = None, /, **fields: Any) -> Any:
        """Delete a file of an item, with the original that it was made of. The next file is drawn then, or nothing. `preview` says what would change. Scope: `items:write`."""
        return self._invoke("assets.delete", input, fields)


class StacCollections:
    """Operations under `stac.collections`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    def list(self, input: schemas.SrcOperationsStacReadsCollectionsListInput | None = None, /) -> schemas.StacCollectionsListOutput: ...

    @overload
    def list(self, /, **fields: Unpack[schemas.SrcOperationsStacReadsCollectionsListInput]) -> schemas.StacCollectionsListOutput: ...

    def list(self, input: Any = None, /, **fields: Any) -> Any:
        """The collections of the STAC API: those of all projects that the caller sees. Scope: `items:read`."""
        return self._invoke("stac.collections.list", input, fields)

    @overload
    def list_each(self, input: schemas.SrcOperationsStacReadsCollectionsListInput | None = None, /) -> Iterator[builtins.dict[str, Any]]: ...

    @overload
    def list_each(self, /, **fields: Unpack[schemas.SrcOperationsStacReadsCollectionsListInput]) -> Iterator[builtins.dict[str, Any]]: ...

    def list_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `stac.collections.list`, page by page."""
        return self._each("stac.collections.list", input, fields)


class Stac:
    """Operations under `stac`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each
        self.collections = StacCollections(invoke, each)

    @overload
    def search(self, input: schemas.SearchInput | None = None, /) -> schemas.StacSearchOutput: ...

    @overload
    def search(self, /, **fields: Unpack[schemas.SearchInput]) -> schemas.StacSearchOutput: ...

    def search(self, input: Any = None, /, **fields: Any) -> Any:
        """The item search of the STAC API, over all projects that the caller sees. Scope: `items:read`."""
        return self._invoke("stac.search", input, fields)

    @overload
    def search_each(self, input: schemas.SearchInput | None = None, /) -> Iterator[Any]: ...

    @overload
    def search_each(self, /, **fields: Unpack[schemas.SearchInput]) -> Iterator[Any]: ...

    def search_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `stac.search`, page by page."""
        return self._each("stac.search", input, fields)


class Provenance:
    """Operations under `provenance`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    def get(self, input: schemas.LineageGetInput, /) -> schemas.LineageGetOutput: ...

    @overload
    def get(self, /, **fields: Unpack[schemas.LineageGetInput]) -> schemas.LineageGetOutput: ...

    def get(self, input: Any = None, /, **fields: Any) -> Any:
        """What an item or an upload came of (`up`), what came of it (`down`), or both. Only what the caller sees. Scope: `provenance:read`."""
        return self._invoke("provenance.get", input, fields)


class VisualizationProfile:
    """Operations under `visualization.profile`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    def create(self, input: schemas.ProfileCreateInput, /) -> schemas.ProfileResponse: ...

    @overload
    def create(self, /, **fields: Unpack[schemas.ProfileCreateInput]) -> schemas.ProfileResponse: ...

    def create(self, input: Any = None, /, **fields: Any) -> Any:
        """Create a render profile on an item. Scope: `items:write`."""
        return self._invoke("visualization.profile.create", input, fields)

    @overload
    def update(self, input: schemas.ProfileUpdateInput, /) -> schemas.ProfileResponse: ...

    @overload
    def update(self, /, **fields: Unpack[schemas.ProfileUpdateInput]) -> schemas.ProfileResponse: ...

    def update(self, input: Any = None, /, **fields: Any) -> Any:
        """Change a render profile. Scope: `items:write`."""
        return self._invoke("visualization.profile.update", input, fields)

    @overload
    def delete(self, input: schemas.ProfileRef, /) -> schemas.OkOutput: ...

    @overload
    def delete(self, /, **fields: Unpack[schemas.ProfileRef]) -> schemas.OkOutput: ...

    def delete(self, input: Any = None, /, **fields: Any) -> Any:
        """Delete a render profile. Scope: `items:write`."""
        return self._invoke("visualization.profile.delete", input, fields)

    @overload
    def set_default(self, input: schemas.ProfileRef, /) -> schemas.ProfileResponse: ...

    @overload
    def set_default(self, /, **fields: Unpack[schemas.ProfileRef]) -> schemas.ProfileResponse: ...

    def set_default(self, input: Any = None, /, **fields: Any) -> Any:
        """Make a profile the item's default. Scope: `items:write`."""
        return self._invoke("visualization.profile.set_default", input, fields)

    @overload
    def get(self, input: schemas.ProfileGetInput, /) -> schemas.ProfileResponse: ...

    @overload
    def get(self, /, **fields: Unpack[schemas.ProfileGetInput]) -> schemas.ProfileResponse: ...

    def get(self, input: Any = None, /, **fields: Any) -> Any:
        """Get one profile. Scope: `items:read`."""
        return self._invoke("visualization.profile.get", input, fields)


class VisualizationProfiles:
    """Operations under `visualization.profiles`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    def list(self, input: schemas.ProfilesListInput, /) -> schemas.VisualizationProfilesListOutput: ...

    @overload
    def list(self, /, **fields: Unpack[schemas.ProfilesListInput]) -> schemas.VisualizationProfilesListOutput: ...

    def list(self, input: Any = None, /, **fields: Any) -> Any:
        """List an item's profiles by sort_order, created_at. Scope: `items:read`."""
        return self._invoke("visualization.profiles.list", input, fields)

    @overload
    def list_each(self, input: schemas.ProfilesListInput, /) -> Iterator[schemas.ProfileResponse]: ...

    @overload
    def list_each(self, /, **fields: Unpack[schemas.ProfilesListInput]) -> Iterator[schemas.ProfileResponse]: ...

    def list_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `visualization.profiles.list`, page by page."""
        return self._each("visualization.profiles.list", input, fields)


class Visualization:
    """Operations under `visualization`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each
        self.profile = VisualizationProfile(invoke, each)
        self.profiles = VisualizationProfiles(invoke, each)

    @overload
    def list_for(self, input: schemas.VisualizationListInput | None = None, /) -> schemas.VisualizationListOutput: ...

    @overload
    def list_for(self, /, **fields: Unpack[schemas.VisualizationListInput]) -> schemas.VisualizationListOutput: ...

    def list_for(self, input: Any = None, /, **fields: Any) -> Any:
        """The ways to draw a file of which the bands are known: composites, indices, heights, single bands. Scope: `tiles:read`."""
        return self._invoke("visualization.list_for", input, fields)


class BandFormulas:
    """Operations under `band_formulas`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    def create(self, input: schemas.BandFormulaCreateInput, /) -> schemas.BandFormulaOutput: ...

    @overload
    def create(self, /, **fields: Unpack[schemas.BandFormulaCreateInput]) -> schemas.BandFormulaOutput: ...

    def create(self, input: Any = None, /, **fields: Any) -> Any:
        """Give a calculation over bands a name, for profiles and tiles of all members. Scope: `band_formulas:write`."""
        return self._invoke("band_formulas.create", input, fields)

    @overload
    def get(self, input: schemas.BandFormulaGetInput, /) -> schemas.BandFormulaOutput: ...

    @overload
    def get(self, /, **fields: Unpack[schemas.BandFormulaGetInput]) -> schemas.BandFormulaOutput: ...

    def get(self, input: Any = None, /, **fields: Any) -> Any:
        """Get a formula of the organization or of the service, by id or name. Scope: `band_formulas:read`."""
        return self._invoke("band_formulas.get", input, fields)

    @overload
    def list(self, input: schemas.BandFormulasListInput | None = None, /) -> schemas.BandFormulasListOutput: ...

    @overload
    def list(self, /, **fields: Unpack[schemas.BandFormulasListInput]) -> schemas.BandFormulasListOutput: ...

    def list(self, input: Any = None, /, **fields: Any) -> Any:
        """List the organization's formulas by name, then those of the service. Scope: `band_formulas:read`."""
        return self._invoke("band_formulas.list", input, fields)

    @overload
    def update(self, input: schemas.BandFormulaUpdateInput, /) -> schemas.BandFormulaOutput: ...

    @overload
    def update(self, /, **fields: Unpack[schemas.BandFormulaUpdateInput]) -> schemas.BandFormulaOutput: ...

    def update(self, input: Any = None, /, **fields: Any) -> Any:
        """Change a formula of the organization; profiles that used it keep what they were given. Scope: `band_formulas:write`."""
        return self._invoke("band_formulas.update", input, fields)

    @overload
    def delete(self, input: schemas.BandFormulaDeleteInput, /) -> schemas.BandFormulaDeleteOutput: ...

    @overload
    def delete(self, /, **fields: Unpack[schemas.BandFormulaDeleteInput]) -> schemas.BandFormulaDeleteOutput: ...

    def delete(self, input: Any = None, /, **fields: Any) -> Any:
        """Delete a formula of the organization; profiles that used it keep what they were given. Scope: `band_formulas:write`."""
        return self._invoke("band_formulas.delete", input, fields)


class CogTile:
    """Operations under `cog.tile`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    def render(self, input: schemas.CogTileInput, /) -> BinaryAnswer: ...

    @overload
    def render(self, /, **fields: Unpack[schemas.CogTileInput]) -> BinaryAnswer: ...

    def render(self, input: Any = None, /, **fields: Any) -> Any:
        """Render one XYZ tile of a file of this service by its address, in bands, a calculation or an area. Scope: `tiles:read`."""
        return self._invoke("cog.tile.render", input, fields)

    @overload
    def terrain(self, input: schemas.CogTerrainInput, /) -> BinaryAnswer: ...

    @overload
    def terrain(self, /, **fields: Unpack[schemas.CogTerrainInput]) -> BinaryAnswer: ...

    def terrain(self, input: Any = None, /, **fields: Any) -> Any:
        """Heights of a file's first band as a Mapbox Terrain-RGB tile (PNG), for raster-dem sources. Scope: `tiles:read`."""
        return self._invoke("cog.tile.terrain", input, fields)


class Cog:
    """Operations under `cog`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each
        self.tile = CogTile(invoke, each)

    def colormaps(self, input: schemas.CogEmptyInput | None = None, /) -> schemas.CogColormapsOutput:
        """The colour maps: any name of these, in any case, and reversed with _r. Scope: `tiles:read`."""
        return self._invoke("cog.colormaps", input, {})

    def formulas(self, input: schemas.CogEmptyInput | None = None, /) -> schemas.CogFormulasOutput:
        """The formulas of the service: vegetation, water, fire, snow, soil and building indices. Scope: `tiles:read`."""
        return self._invoke("cog.formulas", input, {})

    @overload
    def thumbnail(self, input: schemas.CogThumbnailInput, /) -> BinaryAnswer: ...

    @overload
    def thumbnail(self, /, **fields: Unpack[schemas.CogThumbnailInput]) -> BinaryAnswer: ...

    def thumbnail(self, input: Any = None, /, **fields: Any) -> Any:
        """A picture of a whole file, at most as large as requested. Scope: `tiles:read`."""
        return self._invoke("cog.thumbnail", input, fields)

    @overload
    def statistics(self, input: schemas.CogStatsInput, /) -> schemas.CogStatisticsOutput: ...

    @overload
    def statistics(self, /, **fields: Unpack[schemas.CogStatsInput]) -> schemas.CogStatisticsOutput: ...

    def statistics(self, input: Any = None, /, **fields: Any) -> Any:
        """Statistics of each band of a file, or of a calculation, within a GeoJSON polygon. Scope: `tiles:read`."""
        return self._invoke("cog.statistics", input, fields)


class Uploads:
    """Operations under `uploads`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    def initiate(self, input: schemas.UploadInitiate, /) -> schemas.UploadOutput: ...

    @overload
    def initiate(self, /, **fields: Unpack[schemas.UploadInitiate]) -> schemas.UploadOutput: ...

    def initiate(self, input: Any = None, /, **fields: Any) -> Any:
        """Open an upload session. Scope: `uploads:write`."""
        return self._invoke("uploads.initiate", input, fields)

    @overload
    def signed_url(self, input: schemas.SignedUrlInput, /) -> schemas.SignedUrlOutput: ...

    @overload
    def signed_url(self, /, **fields: Unpack[schemas.SignedUrlInput]) -> schemas.SignedUrlOutput: ...

    def signed_url(self, input: Any = None, /, **fields: Any) -> Any:
        """Mint a signed PUT URL for one file of the session. Scope: `uploads:write`."""
        return self._invoke("uploads.signed_url", input, fields)

    @overload
    def part_urls(self, input: schemas.PartUrlsInput, /) -> schemas.PartUrlsOutput: ...

    @overload
    def part_urls(self, /, **fields: Unpack[schemas.PartUrlsInput]) -> schemas.PartUrlsOutput: ...

    def part_urls(self, input: Any = None, /, **fields: Any) -> Any:
        """Addresses for the parts of a file that have not arrived: PUT each, and call again until none is left. An interrupted upload goes on in the same way, hours later. Scope: `uploads:write`."""
        return self._invoke("uploads.part_urls", input, fields)

    @overload
    def get(self, input: schemas.UploadGetInput, /) -> schemas.UploadWithFiles: ...

    @overload
    def get(self, /, **fields: Unpack[schemas.UploadGetInput]) -> schemas.UploadWithFiles: ...

    def get(self, input: Any = None, /, **fields: Any) -> Any:
        """An upload, and what has arrived of its files. Scope: `uploads:read`."""
        return self._invoke("uploads.get", input, fields)

    @overload
    def list(self, input: schemas.UploadsListInput | None = None, /) -> schemas.UploadsListOutput: ...

    @overload
    def list(self, /, **fields: Unpack[schemas.UploadsListInput]) -> schemas.UploadsListOutput: ...

    def list(self, input: Any = None, /, **fields: Any) -> Any:
        """Uploads of a project, or of all projects that the caller sees, newest first. Scope: `uploads:read`."""
        return self._invoke("uploads.list", input, fields)

    @overload
    def list_each(self, input: schemas.UploadsListInput | None = None, /) -> Iterator[schemas.UploadOutput]: ...

    @overload
    def list_each(self, /, **fields: Unpack[schemas.UploadsListInput]) -> Iterator[schemas.UploadOutput]: ...

    def list_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `uploads.list`, page by page."""
        return self._each("uploads.list", input, fields)

    @overload
    def progress(self, input: schemas.UploadProgressInput, /) -> schemas.UploadOutput: ...

    @overload
    def progress(self, /, **fields: Unpack[schemas.UploadProgressInput]) -> schemas.UploadOutput: ...

    def progress(self, input: Any = None, /, **fields: Any) -> Any:
        """Report progress, or learn how far a completed upload is prepared. Scope: `uploads:write`."""
        return self._invoke("uploads.progress", input, fields)

    @overload
    def complete(self, input: schemas.UploadsCompleteInput | None = None, /) -> schemas.UploadsCompleteOutput: ...

    @overload
    def complete(self, /, **fields: Unpack[schemas.UploadsCompleteInput]) -> schemas.UploadsCompleteOutput: ...

    def complete(self, input: Any = None, /, **fields: Any) -> Any:
        """Finish the session; the file becomes an item asset. Scope: `uploads:write`."""
        return self._invoke("uploads.complete", input, fields)

    @overload
    def fail(self, input: schemas.UploadFailInput, /) -> schemas.UploadOutput: ...

    @overload
    def fail(self, /, **fields: Unpack[schemas.UploadFailInput]) -> schemas.UploadOutput: ...

    def fail(self, input: Any = None, /, **fields: Any) -> Any:
        """Mark the session failed. Scope: `uploads:write`."""
        return self._invoke("uploads.fail", input, fields)


class Usage:
    """Operations under `usage`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    def current(self, input: schemas.UsageCurrentInput, /) -> schemas.UsageCurrentOutput: ...

    @overload
    def current(self, /, **fields: Unpack[schemas.UsageCurrentInput]) -> schemas.UsageCurrentOutput: ...

    def current(self, input: Any = None, /, **fields: Any) -> Any:
        """Usage of the current billing period. Scope: `usage:read`."""
        return self._invoke("usage.current", input, fields)

    @overload
    def history(self, input: schemas.UsageHistoryInput, /) -> schemas.UsageHistoryOutput: ...

    @overload
    def history(self, /, **fields: Unpack[schemas.UsageHistoryInput]) -> schemas.UsageHistoryOutput: ...

    def history(self, input: Any = None, /, **fields: Any) -> Any:
        """Usage of the past N months. Scope: `usage:read`."""
        return self._invoke("usage.history", input, fields)

    @overload
    def query(self, input: schemas.UsageQueryInput, /) -> schemas.UsageQueryOutput: ...

    @overload
    def query(self, /, **fields: Unpack[schemas.UsageQueryInput]) -> schemas.UsageQueryOutput: ...

    def query(self, input: Any = None, /, **fields: Any) -> Any:
        """Usage and what it costs so far, by hour, day or month, and by link, target, project or tag. Scope: `usage:read`."""
        return self._invoke("usage.query", input, fields)

    @overload
    def query_each(self, input: schemas.UsageQueryInput, /) -> Iterator[dict[str, Any]]: ...

    @overload
    def query_each(self, /, **fields: Unpack[schemas.UsageQueryInput]) -> Iterator[dict[str, Any]]: ...

    def query_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `usage.query`, page by page."""
        return self._each("usage.query", input, fields)

    @overload
    def recalculate_storage(self, input: schemas.RecalculateInput, /) -> schemas.UsageRecalculateStorageOutput: ...

    @overload
    def recalculate_storage(self, /, **fields: Unpack[schemas.RecalculateInput]) -> schemas.UsageRecalculateStorageOutput: ...

    def recalculate_storage(self, input: Any = None, /, **fields: Any) -> Any:
        """Sum the bytes of an organization's files, and compare each with what lies in the store. Scope: `usage:write`."""
        return self._invoke("usage.recalculate_storage", input, fields)


class Audit:
    """Operations under `audit`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    def list(self, input: schemas.AuditListInput | None = None, /) -> schemas.AuditListOutput: ...

    @overload
    def list(self, /, **fields: Unpack[schemas.AuditListInput]) -> schemas.AuditListOutput: ...

    def list(self, input: Any = None, /, **fields: Any) -> Any:
        """The audit log, newest entry first: every call except reads, and every refused opening of a link, with caller, time and address. Scope: `audit:read`."""
        return self._invoke("audit.list", input, fields)

    @overload
    def list_each(self, input: schemas.AuditListInput | None = None, /) -> Iterator[dict[str, Any]]: ...

    @overload
    def list_each(self, /, **fields: Unpack[schemas.AuditListInput]) -> Iterator[dict[str, Any]]: ...

    def list_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `audit.list`, page by page."""
        return self._each("audit.list", input, fields)


class SecurityLog:
    """Operations under `security_log`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    def list(self, input: schemas.SecurityLogInput | None = None, /) -> schemas.SecurityLogOutput: ...

    @overload
    def list(self, /, **fields: Unpack[schemas.SecurityLogInput]) -> schemas.SecurityLogOutput: ...

    def list(self, input: Any = None, /, **fields: Any) -> Any:
        """The security log, newest first: log-ins, tokens, devices, keys and people. Equal events of a minute are one row. Scope: `audit:read`."""
        return self._invoke("security_log.list", input, fields)

    @overload
    def list_each(self, input: schemas.SecurityLogInput | None = None, /) -> Iterator[dict[str, Any]]: ...

    @overload
    def list_each(self, /, **fields: Unpack[schemas.SecurityLogInput]) -> Iterator[dict[str, Any]]: ...

    def list_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `security_log.list`, page by page."""
        return self._each("security_log.list", input, fields)


class Users:
    """Operations under `users`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    def list(self, input: schemas.UsersListInput | None = None, /) -> schemas.UsersListOutput:
        """The people of your organization, for administrators. Scope: `people:read`."""
        return self._invoke("users.list", input, {})

    @overload
    def disable(self, input: schemas.UserDisableInput, /) -> schemas.UserOutput: ...

    @overload
    def disable(self, /, **fields: Unpack[schemas.UserDisableInput]) -> schemas.UserOutput: ...

    def disable(self, input: Any = None, /, **fields: Any) -> Any:
        """Disable a person: they cannot sign in, and their sessions and keys stop working. Scope: `people:write`."""
        return self._invoke("users.disable", input, fields)

    @overload
    def enable(self, input: schemas.UserEnableInput, /) -> schemas.UserOutput: ...

    @overload
    def enable(self, /, **fields: Unpack[schemas.UserEnableInput]) -> schemas.UserOutput: ...

    def enable(self, input: Any = None, /, **fields: Any) -> Any:
        """Enable a disabled person; ended sessions stay ended. Scope: `people:write`."""
        return self._invoke("users.enable", input, fields)

    @overload
    def change_password(self, input: schemas.ChangePasswordInput, /) -> schemas.ChangePasswordOutput: ...

    @overload
    def change_password(self, /, **fields: Unpack[schemas.ChangePasswordInput]) -> schemas.ChangePasswordOutput: ...

    def change_password(self, input: Any = None, /, **fields: Any) -> Any:
        """Replace your own password; ends all your sessions, this one included. Scope: `people:write`."""
        return self._invoke("users.change_password", input, fields)


class Sessions:
    """Operations under `sessions`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    def list(self, input: schemas.SessionsListInput | None = None, /) -> schemas.SessionsListOutput: ...

    @overload
    def list(self, /, **fields: Unpack[schemas.SessionsListInput]) -> schemas.SessionsListOutput: ...

    def list(self, input: Any = None, /, **fields: Any) -> Any:
        """Your log-ins that have not ended; administrators see those of all people of the organization. Scope: `people:read`."""
        return self._invoke("sessions.list", input, fields)

    @overload
    def revoke(self, input: schemas.SessionRevokeInput, /) -> schemas.SessionRevokeOutput: ...

    @overload
    def revoke(self, /, **fields: Unpack[schemas.SessionRevokeInput]) -> schemas.SessionRevokeOutput: ...

    def revoke(self, input: Any = None, /, **fields: Any) -> Any:
        """End a log-in with all its tokens: your own, or any of the organization for administrators. Scope: `people:write`."""
        return self._invoke("sessions.revoke", input, fields)


class BillingRates:
    """Operations under `billing.rates`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    def set(self, input: schemas.BillingRatesSet, /) -> schemas.SetRateCard: ...

    @overload
    def set(self, /, **fields: Unpack[schemas.BillingRatesSet]) -> schemas.SetRateCard: ...

    def set(self, input: Any = None, /, **fields: Any) -> Any:
        """Set the prices of an organization or a plan from a month on. Prices for tiles that were already delivered at others need a reason, which the customer sees. Scope: `billing:write`."""
        return self._invoke("billing.rates.set", input, fields)

    @overload
    def list(self, input: schemas.BillingRatesList, /) -> schemas.BillingRatesListOutput: ...

    @overload
    def list(self, /, **fields: Unpack[schemas.BillingRatesList]) -> schemas.BillingRatesListOutput: ...

    def list(self, input: Any = None, /, **fields: Any) -> Any:
        """List the rate cards that can price an organization; the operator may ask for all. Scope: `billing:read`."""
        return self._invoke("billing.rates.list", input, fields)

    @overload
    def simulate(self, input: schemas.BillingRatesSimulate, /) -> schemas.BillingSimulation: ...

    @overload
    def simulate(self, /, **fields: Unpack[schemas.BillingRatesSimulate]) -> schemas.BillingSimulation: ...

    def simulate(self, input: Any = None, /, **fields: Any) -> Any:
        """What a month would cost an organization with other prices: an open month by its statement, a closed one by the lines that billing.adjustments.rerate would book. Changes nothing. Scope: `billing:read`."""
        return self._invoke("billing.rates.simulate", input, fields)

    @overload
    def end(self, input: schemas.BillingRatesEnd, /) -> schemas.SetRateCard: ...

    @overload
    def end(self, /, **fields: Unpack[schemas.BillingRatesEnd]) -> schemas.SetRateCard: ...

    def end(self, input: Any = None, /, **fields: Any) -> Any:
        """End an organization's own prices: from a month on its plan's hold again. Scope: `billing:write`."""
        return self._invoke("billing.rates.end", input, fields)


class BillingPlans:
    """Operations under `billing.plans`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    def assign(self, input: schemas.BillingPlansAssign, /) -> schemas.BillingPlansAssignOutput: ...

    @overload
    def assign(self, /, **fields: Unpack[schemas.BillingPlansAssign]) -> schemas.BillingPlansAssignOutput: ...

    def assign(self, input: Any = None, /, **fields: Any) -> Any:
        """Put an organization on a plan, for all months that are not closed. Scope: `billing:write`."""
        return self._invoke("billing.plans.assign", input, fields)

    def list(self, input: schemas.Empty | None = None, /) -> schemas.BillingPlansListOutput:
        """Plans with their prices: those that can price the caller's organization, all for the operator. Scope: `billing:read`."""
        return self._invoke("billing.plans.list", input, {})


class BillingStatements:
    """Operations under `billing.statements`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    def get(self, input: schemas.BillingStatementsGet, /) -> schemas.BillingStatementsGetOutput: ...

    @overload
    def get(self, /, **fields: Unpack[schemas.BillingStatementsGet]) -> schemas.BillingStatementsGetOutput: ...

    def get(self, input: Any = None, /, **fields: Any) -> Any:
        """The statement of a month: closed, or as closing the month now would make it. Scope: `billing:read`."""
        return self._invoke("billing.statements.get", input, fields)

    @overload
    def get_each(self, input: schemas.BillingStatementsGet, /) -> Iterator[dict[str, Any]]: ...

    @overload
    def get_each(self, /, **fields: Unpack[schemas.BillingStatementsGet]) -> Iterator[dict[str, Any]]: ...

    def get_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `billing.statements.get`, page by page."""
        return self._each("billing.statements.get", input, fields)

    @overload
    def list(self, input: schemas.BillingStatementsList, /) -> schemas.BillingStatementsListOutput: ...

    @overload
    def list(self, /, **fields: Unpack[schemas.BillingStatementsList]) -> schemas.BillingStatementsListOutput: ...

    def list(self, input: Any = None, /, **fields: Any) -> Any:
        """List closed statements, the latest month first; organization_id may be "all" for the operator. Scope: `billing:read`."""
        return self._invoke("billing.statements.list", input, fields)

    @overload
    def list_each(self, input: schemas.BillingStatementsList, /) -> Iterator[dict[str, Any]]: ...

    @overload
    def list_each(self, /, **fields: Unpack[schemas.BillingStatementsList]) -> Iterator[dict[str, Any]]: ...

    def list_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `billing.statements.list`, page by page."""
        return self._each("billing.statements.list", input, fields)

    @overload
    def document(self, input: schemas.BillingStatementsDocument, /) -> BinaryAnswer: ...

    @overload
    def document(self, /, **fields: Unpack[schemas.BillingStatementsDocument]) -> BinaryAnswer: ...

    def document(self, input: Any = None, /, **fields: Any) -> Any:
        """An issued statement as a document: a page (html), a PDF file, or Peppol BIS Billing 3.0 (ubl). The same bytes every time. Scope: `billing:read`."""
        return self._invoke("billing.statements.document", input, fields)


class BillingPeriods:
    """Operations under `billing.periods`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    def preview(self, input: schemas.BillingPeriodsPreview, /) -> schemas.BillingPeriodPreview: ...

    @overload
    def preview(self, /, **fields: Unpack[schemas.BillingPeriodsPreview]) -> schemas.BillingPeriodPreview: ...

    def preview(self, input: Any = None, /, **fields: Any) -> Any:
        """What closing a month now would write, and what a person should look at first: faults, tiles without a price, large changes, credits beyond charges, incomplete e-invoices. Changes nothing. Scope: `billing:read`."""
        return self._invoke("billing.periods.preview", input, fields)

    @overload
    def preview_each(self, input: schemas.BillingPeriodsPreview, /) -> Iterator[dict[str, Any]]: ...

    @overload
    def preview_each(self, /, **fields: Unpack[schemas.BillingPeriodsPreview]) -> Iterator[dict[str, Any]]: ...

    def preview_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `billing.periods.preview`, page by page."""
        return self._each("billing.periods.preview", input, fields)

    @overload
    def close(self, input: schemas.BillingPeriodsClose, /) -> schemas.BillingPeriod: ...

    @overload
    def close(self, /, **fields: Unpack[schemas.BillingPeriodsClose]) -> schemas.BillingPeriod: ...

    def close(self, input: Any = None, /, **fields: Any) -> Any:
        """Close a month that is over, for good: its statements become final. Repeating it answers the same. Scope: `billing:write`."""
        return self._invoke("billing.periods.close", input, fields)

    def list(self, input: schemas.BillingPeriodsList | None = None, /) -> schemas.BillingPeriodsListOutput:
        """List the months that are closed. Scope: `billing:read`."""
        return self._invoke("billing.periods.list", input, {})

    @overload
    def draft(self, input: schemas.BillingPeriodsDraft, /) -> schemas.BillingPeriod: ...

    @overload
    def draft(self, /, **fields: Unpack[schemas.BillingPeriodsDraft]) -> schemas.BillingPeriod: ...

    def draft(self, input: Any = None, /, **fields: Any) -> Any:
        """Make a month that is over a draft: no usage is booked in it any more, its statements can be looked at and corrected until billing.periods.close issues them. Scope: `billing:write`."""
        return self._invoke("billing.periods.draft", input, fields)

    @overload
    def approve(self, input: schemas.BillingPeriodsApprove, /) -> schemas.BillingPeriod: ...

    @overload
    def approve(self, /, **fields: Unpack[schemas.BillingPeriodsApprove]) -> schemas.BillingPeriod: ...

    def approve(self, input: Any = None, /, **fields: Any) -> Any:
        """Approve the draft of a month that another person made. A correction in the draft takes the approval back. Scope: `billing:write`."""
        return self._invoke("billing.periods.approve", input, fields)


class BillingSettings:
    """Operations under `billing.settings`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    def get(self, input: schemas.BillingSettingsGet | None = None, /) -> schemas.BillingSettings:
        """How months become final (the days that they are a draft, whether a second person approves them), the accounts of journals, and what documents say of their issuer. Scope: `billing:read`."""
        return self._invoke("billing.settings.get", input, {})

    @overload
    def update(self, input: schemas.BillingSettingsUpdate | None = None, /) -> schemas.BillingSettings: ...

    @overload
    def update(self, /, **fields: Unpack[schemas.BillingSettingsUpdate]) -> schemas.BillingSettings: ...

    def update(self, input: Any = None, /, **fields: Any) -> Any:
        """Change how months become final, for months that become drafts from then on; the accounts of journals; and what documents say of their issuer. Scope: `billing:write`."""
        return self._invoke("billing.settings.update", input, fields)


class BillingBooks:
    """Operations under `billing.books`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    def list(self, input: schemas.BillingBooksList | None = None, /) -> schemas.BillingBooksListOutput: ...

    @overload
    def list(self, /, **fields: Unpack[schemas.BillingBooksList]) -> schemas.BillingBooksListOutput: ...

    def list(self, input: Any = None, /, **fields: Any) -> Any:
        """The chain of closed months: each entry holds the SHA-256 of what its month was closed with and of the entry before. Anyone can check it: docs/billing-proof.md. Scope: `billing:read`."""
        return self._invoke("billing.books.list", input, fields)

    @overload
    def list_each(self, input: schemas.BillingBooksList | None = None, /) -> Iterator[dict[str, Any]]: ...

    @overload
    def list_each(self, /, **fields: Unpack[schemas.BillingBooksList]) -> Iterator[dict[str, Any]]: ...

    def list_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `billing.books.list`, page by page."""
        return self._each("billing.books.list", input, fields)

    @overload
    def statements(self, input: schemas.BillingBooksStatements, /) -> schemas.BillingBooksStatementsOutput: ...

    @overload
    def statements(self, /, **fields: Unpack[schemas.BillingBooksStatements]) -> schemas.BillingBooksStatementsOutput: ...

    def statements(self, input: Any = None, /, **fields: Any) -> Any:
        """The SHA-256 of the lines of each statement of a closed month, as the ndjson export writes them; organization_id may be "all" for the operator. Scope: `billing:read`."""
        return self._invoke("billing.books.statements", input, fields)


class BillingCredits:
    """Operations under `billing.credits`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    def create(self, input: schemas.BillingCreditsCreate, /) -> schemas.CreditNote: ...

    @overload
    def create(self, /, **fields: Unpack[schemas.BillingCreditsCreate]) -> schemas.CreditNote: ...

    def create(self, input: Any = None, /, **fields: Any) -> Any:
        """Give money back: a credit note about a month, shown on the statement of the open month. Scope: `billing:write`."""
        return self._invoke("billing.credits.create", input, fields)

    def balance(self, input: schemas.Empty | None = None, /) -> schemas.BillingCreditsBalanceOutput:
        """What the next statements give back: notes that are on none yet, by currency. Scope: `billing:read`."""
        return self._invoke("billing.credits.balance", input, {})

    @overload
    def transactions(self, input: schemas.TransactionsInput | None = None, /) -> schemas.BillingCreditsTransactionsOutput: ...

    @overload
    def transactions(self, /, **fields: Unpack[schemas.TransactionsInput]) -> schemas.BillingCreditsTransactionsOutput: ...

    def transactions(self, input: Any = None, /, **fields: Any) -> Any:
        """The organization's credit and debit notes, the latest first, with all or a part of their reason. Scope: `billing:read`."""
        return self._invoke("billing.credits.transactions", input, fields)

    @overload
    def transactions_each(self, input: schemas.TransactionsInput | None = None, /) -> Iterator[schemas.BillingAdjustment]: ...

    @overload
    def transactions_each(self, /, **fields: Unpack[schemas.TransactionsInput]) -> Iterator[schemas.BillingAdjustment]: ...

    def transactions_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `billing.credits.transactions`, page by page."""
        return self._each("billing.credits.transactions", input, fields)


class BillingStatus:
    """Operations under `billing.status`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    def get(self, input: schemas.OrgStatusInput, /) -> schemas.BillingStatusGetOutput: ...

    @overload
    def get(self, /, **fields: Unpack[schemas.OrgStatusInput]) -> schemas.BillingStatusGetOutput: ...

    def get(self, input: Any = None, /, **fields: Any) -> Any:
        """Where an organization's billing stands: plan, prices, the month so far, the last statements. Scope: `billing:read`."""
        return self._invoke("billing.status.get", input, fields)


class BillingInvoices:
    """Operations under `billing.invoices`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    def list(self, input: schemas.InvoicesInput | None = None, /) -> schemas.BillingInvoicesListOutput: ...

    @overload
    def list(self, /, **fields: Unpack[schemas.InvoicesInput]) -> schemas.BillingInvoicesListOutput: ...

    def list(self, input: Any = None, /, **fields: Any) -> Any:
        """The organization's statements as documents, the latest first; billing.statements.document prints them. Scope: `billing:read`."""
        return self._invoke("billing.invoices.list", input, fields)

    @overload
    def list_each(self, input: schemas.InvoicesInput | None = None, /) -> Iterator[dict[str, Any]]: ...

    @overload
    def list_each(self, /, **fields: Unpack[schemas.InvoicesInput]) -> Iterator[dict[str, Any]]: ...

    def list_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `billing.invoices.list`, page by page."""
        return self._each("billing.invoices.list", input, fields)


class BillingReconciliation:
    """Operations under `billing.reconciliation`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    def run(self, input: schemas.RunInput, /) -> schemas.BillingReconciliationRunOutput: ...

    @overload
    def run(self, /, **fields: Unpack[schemas.RunInput]) -> schemas.BillingReconciliationRunOutput: ...

    def run(self, input: Any = None, /, **fields: Any) -> Any:
        """Compare an organization's usage of open months in events, hours, days and months, and keep the result. Scope: `admin:write`."""
        return self._invoke("billing.reconciliation.run", input, fields)

    @overload
    def run_all(self, input: schemas.RunAllInput | None = None, /) -> schemas.BillingReconciliationRunAllOutput: ...

    @overload
    def run_all(self, /, **fields: Unpack[schemas.RunAllInput]) -> schemas.BillingReconciliationRunAllOutput: ...

    def run_all(self, input: Any = None, /, **fields: Any) -> Any:
        """Compare the usage of open months of every organization that has any, and keep the results. Scope: `admin:write`."""
        return self._invoke("billing.reconciliation.run_all", input, fields)

    @overload
    def list_runs(self, input: schemas.RunsInput | None = None, /) -> schemas.BillingReconciliationListRunsOutput: ...

    @overload
    def list_runs(self, /, **fields: Unpack[schemas.RunsInput]) -> schemas.BillingReconciliationListRunsOutput: ...

    def list_runs(self, input: Any = None, /, **fields: Any) -> Any:
        """Comparisons of usage that were kept, the latest first; each for 90 days. Scope: `admin:read`."""
        return self._invoke("billing.reconciliation.list_runs", input, fields)

    @overload
    def detect_drift(self, input: schemas.DriftInput, /) -> schemas.BillingReconciliationDetectDriftOutput: ...

    @overload
    def detect_drift(self, /, **fields: Unpack[schemas.DriftInput]) -> schemas.BillingReconciliationDetectDriftOutput: ...

    def detect_drift(self, input: Any = None, /, **fields: Any) -> Any:
        """Compare an organization's usage of open months, name the days that differ, and keep nothing. Scope: `admin:read`."""
        return self._invoke("billing.reconciliation.detect_drift", input, fields)


class BillingAdjustments:
    """Operations under `billing.adjustments`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    def create(self, input: schemas.BillingAdjustmentsCreate, /) -> schemas.BillingAdjustment: ...

    @overload
    def create(self, /, **fields: Unpack[schemas.BillingAdjustmentsCreate]) -> schemas.BillingAdjustment: ...

    def create(self, input: Any = None, /, **fields: Any) -> Any:
        """Charge or give back an amount: a numbered debit note (above 0) or credit note (below 0) about a month, shown on the statement of the open month. Scope: `billing:write`."""
        return self._invoke("billing.adjustments.create", input, fields)

    @overload
    def list(self, input: schemas.BillingAdjustmentsList, /) -> schemas.BillingAdjustmentsListOutput: ...

    @overload
    def list(self, /, **fields: Unpack[schemas.BillingAdjustmentsList]) -> schemas.BillingAdjustmentsListOutput: ...

    def list(self, input: Any = None, /, **fields: Any) -> Any:
        """List credit and debit notes, the latest first; organization_id may be "all" for the operator. Scope: `billing:read`."""
        return self._invoke("billing.adjustments.list", input, fields)

    @overload
    def list_each(self, input: schemas.BillingAdjustmentsList, /) -> Iterator[schemas.BillingAdjustment]: ...

    @overload
    def list_each(self, /, **fields: Unpack[schemas.BillingAdjustmentsList]) -> Iterator[schemas.BillingAdjustment]: ...

    def list_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `billing.adjustments.list`, page by page."""
        return self._each("billing.adjustments.list", input, fields)

    @overload
    def void(self, input: schemas.BillingAdjustmentsVoid, /) -> schemas.BillingAdjustment: ...

    @overload
    def void(self, /, **fields: Unpack[schemas.BillingAdjustmentsVoid]) -> schemas.BillingAdjustment: ...

    def void(self, input: Any = None, /, **fields: Any) -> Any:
        """Undo a credit or debit note by a note of the opposite amount; both stay on their statements. Scope: `billing:write`."""
        return self._invoke("billing.adjustments.void", input, fields)

    @overload
    def rerate(self, input: schemas.BillingAdjustmentsRerate, /) -> schemas.BillingAdjustment: ...

    @overload
    def rerate(self, /, **fields: Unpack[schemas.BillingAdjustmentsRerate]) -> schemas.BillingAdjustment: ...

    def rerate(self, input: Any = None, /, **fields: Any) -> Any:
        """Price a closed month anew: a credit or debit note with the difference for each link and tier, on the statement of the open month. billing.rates.simulate shows it first. Scope: `billing:write`."""
        return self._invoke("billing.adjustments.rerate", input, fields)

    @overload
    def document(self, input: schemas.BillingAdjustmentsDocument, /) -> BinaryAnswer: ...

    @overload
    def document(self, /, **fields: Unpack[schemas.BillingAdjustmentsDocument]) -> BinaryAnswer: ...

    def document(self, input: Any = None, /, **fields: Any) -> Any:
        """A credit or debit note as a document, in the formats of billing.statements.document. The statement of its month settles it. Scope: `billing:read`."""
        return self._invoke("billing.adjustments.document", input, fields)


class BillingParties:
    """Operations under `billing.parties`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    def get(self, input: schemas.BillingPartiesGet, /) -> schemas.BillingPartiesGetOutput: ...

    @overload
    def get(self, /, **fields: Unpack[schemas.BillingPartiesGet]) -> schemas.BillingPartiesGetOutput: ...

    def get(self, input: Any = None, /, **fields: Any) -> Any:
        """What documents say of a customer: legal name, address, tax ids, references. Its name alone where nothing is set. Scope: `billing:read`."""
        return self._invoke("billing.parties.get", input, fields)

    @overload
    def set(self, input: schemas.BillingPartiesSet, /) -> schemas.BillingPartiesSetOutput: ...

    @overload
    def set(self, /, **fields: Unpack[schemas.BillingPartiesSet]) -> schemas.BillingPartiesSetOutput: ...

    def set(self, input: Any = None, /, **fields: Any) -> Any:
        """Set what documents that are issued from now on say of a customer. Customers set their own; taxes and payment days are set by the operator. Scope: `billing:write`."""
        return self._invoke("billing.parties.set", input, fields)


class BillingAccounts:
    """Operations under `billing.accounts`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    def list(self, input: schemas.BillingAccountsList | None = None, /) -> schemas.BillingAccounts: ...

    @overload
    def list(self, /, **fields: Unpack[schemas.BillingAccountsList]) -> schemas.BillingAccounts: ...

    def list(self, input: Any = None, /, **fields: Any) -> Any:
        """All organizations by name, each with its plan and the end of its account, if one is set. Scope: `billing:read`."""
        return self._invoke("billing.accounts.list", input, fields)

    @overload
    def list_each(self, input: schemas.BillingAccountsList | None = None, /) -> Iterator[dict[str, Any]]: ...

    @overload
    def list_each(self, /, **fields: Unpack[schemas.BillingAccountsList]) -> Iterator[dict[str, Any]]: ...

    def list_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `billing.accounts.list`, page by page."""
        return self._each("billing.accounts.list", input, fields)

    @overload
    def end(self, input: schemas.BillingAccountsEnd, /) -> schemas.BillingAccountsEndOutput: ...

    @overload
    def end(self, /, **fields: Unpack[schemas.BillingAccountsEnd]) -> schemas.BillingAccountsEndOutput: ...

    def end(self, input: Any = None, /, **fields: Any) -> Any:
        """End an organization's account after a month: later months have no minimum. Tiles, if there are any, are charged as before. Scope: `billing:write`."""
        return self._invoke("billing.accounts.end", input, fields)


class BillingExports:
    """Operations under `billing.exports`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    def create(self, input: schemas.BillingExportsCreate, /) -> schemas.BillingExport: ...

    @overload
    def create(self, /, **fields: Unpack[schemas.BillingExportsCreate]) -> schemas.BillingExport: ...

    def create(self, input: Any = None, /, **fields: Any) -> Any:
        """Export a month as files, in the background; organization_id may be "all" for the operator. An open month needs provisional. Scope: `billing:read`."""
        return self._invoke("billing.exports.create", input, fields)

    @overload
    def get(self, input: schemas.BillingExportsGet, /) -> schemas.BillingExportsGetOutput: ...

    @overload
    def get(self, /, **fields: Unpack[schemas.BillingExportsGet]) -> schemas.BillingExportsGetOutput: ...

    def get(self, input: Any = None, /, **fields: Any) -> Any:
        """How far an export is, and the files that are whole. Scope: `billing:read`."""
        return self._invoke("billing.exports.get", input, fields)

    @overload
    def list(self, input: schemas.BillingExportsList | None = None, /) -> schemas.BillingExportsListOutput: ...

    @overload
    def list(self, /, **fields: Unpack[schemas.BillingExportsList]) -> schemas.BillingExportsListOutput: ...

    def list(self, input: Any = None, /, **fields: Any) -> Any:
        """List the exports that the organization asked for, the latest first. Scope: `billing:read`."""
        return self._invoke("billing.exports.list", input, fields)

    @overload
    def list_each(self, input: schemas.BillingExportsList | None = None, /) -> Iterator[schemas.BillingExport]: ...

    @overload
    def list_each(self, /, **fields: Unpack[schemas.BillingExportsList]) -> Iterator[schemas.BillingExport]: ...

    def list_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `billing.exports.list`, page by page."""
        return self._each("billing.exports.list", input, fields)

    @overload
    def download(self, input: schemas.BillingExportsDownload, /) -> BinaryAnswer: ...

    @overload
    def download(self, /, **fields: Unpack[schemas.BillingExportsDownload]) -> BinaryAnswer: ...

    def download(self, input: Any = None, /, **fields: Any) -> Any:
        """A file of a completed export, by the name its manifest gives; without a name the manifest itself. Scope: `billing:read`."""
        return self._invoke("billing.exports.download", input, fields)


class BillingDeliveriesRuns:
    """Operations under `billing.deliveries.runs`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    def list(self, input: schemas.BillingDeliveriesRunsList, /) -> schemas.BillingDeliveriesRunsListOutput: ...

    @overload
    def list(self, /, **fields: Unpack[schemas.BillingDeliveriesRunsList]) -> schemas.BillingDeliveriesRunsListOutput: ...

    def list(self, input: Any = None, /, **fields: Any) -> Any:
        """What a delivery brought or could not bring to its bucket, the latest first. Scope: `billing:read`."""
        return self._invoke("billing.deliveries.runs.list", input, fields)

    @overload
    def list_each(self, input: schemas.BillingDeliveriesRunsList, /) -> Iterator[schemas.BillingDeliveryRun]: ...

    @overload
    def list_each(self, /, **fields: Unpack[schemas.BillingDeliveriesRunsList]) -> Iterator[schemas.BillingDeliveryRun]: ...

    def list_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `billing.deliveries.runs.list`, page by page."""
        return self._each("billing.deliveries.runs.list", input, fields)


class BillingDeliveries:
    """Operations under `billing.deliveries`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each
        self.runs = BillingDeliveriesRuns(invoke, each)

    @overload
    def create(self, input: schemas.BillingDeliveriesCreate, /) -> schemas.BillingDelivery: ...

    @overload
    def create(self, /, **fields: Unpack[schemas.BillingDeliveriesCreate]) -> schemas.BillingDelivery: ...

    def create(self, input: Any = None, /, **fields: Any) -> Any:
        """Have an export brought to your bucket every day; organization_id may be "all" for the operator. The secret is never answered. Scope: `billing:write`."""
        return self._invoke("billing.deliveries.create", input, fields)

    def list(self, input: schemas.BillingDeliveriesList | None = None, /) -> schemas.BillingDeliveriesListOutput:
        """The deliveries of exports that your organization has, the oldest first. Scope: `billing:read`."""
        return self._invoke("billing.deliveries.list", input, {})

    @overload
    def get(self, input: schemas.BillingDeliveriesGet, /) -> schemas.BillingDelivery: ...

    @overload
    def get(self, /, **fields: Unpack[schemas.BillingDeliveriesGet]) -> schemas.BillingDelivery: ...

    def get(self, input: Any = None, /, **fields: Any) -> Any:
        """One delivery of exports. Scope: `billing:read`."""
        return self._invoke("billing.deliveries.get", input, fields)

    @overload
    def update(self, input: schemas.BillingDeliveriesUpdate, /) -> schemas.BillingDelivery: ...

    @overload
    def update(self, /, **fields: Unpack[schemas.BillingDeliveriesUpdate]) -> schemas.BillingDelivery: ...

    def update(self, input: Any = None, /, **fields: Any) -> Any:
        """Change a delivery's name, hour, key or state. For another place or layout make another one. Scope: `billing:write`."""
        return self._invoke("billing.deliveries.update", input, fields)

    @overload
    def delete(self, input: schemas.BillingDeliveriesDelete, /) -> schemas.BillingDeliveriesDeleteOutput: ...

    @overload
    def delete(self, /, **fields: Unpack[schemas.BillingDeliveriesDelete]) -> schemas.BillingDeliveriesDeleteOutput: ...

    def delete(self, input: Any = None, /, **fields: Any) -> Any:
        """Delete a delivery and the record of its runs. What it wrote to the bucket stays there. Scope: `billing:write`."""
        return self._invoke("billing.deliveries.delete", input, fields)

    @overload
    def run(self, input: schemas.BillingDeliveriesRun, /) -> schemas.BillingDeliveryRun: ...

    @overload
    def run(self, /, **fields: Unpack[schemas.BillingDeliveriesRun]) -> schemas.BillingDeliveryRun: ...

    def run(self, input: Any = None, /, **fields: Any) -> Any:
        """Bring a month to the bucket now: an open one as it is, a closed one as final, also once more. Scope: `billing:write`."""
        return self._invoke("billing.deliveries.run", input, fields)

    @overload
    def test(self, input: schemas.BillingDeliveriesTest, /) -> schemas.BillingDeliveriesTestOutput: ...

    @overload
    def test(self, /, **fields: Unpack[schemas.BillingDeliveriesTest]) -> schemas.BillingDeliveriesTestOutput: ...

    def test(self, input: Any = None, /, **fields: Any) -> Any:
        """Write a small object to the bucket of a delivery and delete it again; answers what came of it. Scope: `billing:write`."""
        return self._invoke("billing.deliveries.test", input, fields)


class Billing:
    """Operations under `billing`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each
        self.rates = BillingRates(invoke, each)
        self.plans = BillingPlans(invoke, each)
        self.statements = BillingStatements(invoke, each)
        self.periods = BillingPeriods(invoke, each)
        self.settings = BillingSettings(invoke, each)
        self.books = BillingBooks(invoke, each)
        self.credits = BillingCredits(invoke, each)
        self.status = BillingStatus(invoke, each)
        self.invoices = BillingInvoices(invoke, each)
        self.reconciliation = BillingReconciliation(invoke, each)
        self.adjustments = BillingAdjustments(invoke, each)
        self.parties = BillingParties(invoke, each)
        self.accounts = BillingAccounts(invoke, each)
        self.exports = BillingExports(invoke, each)
        self.deliveries = BillingDeliveries(invoke, each)


class EventSubscriptionsDeliveries:
    """Operations under `event_subscriptions.deliveries`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    def list(self, input: schemas.ListDeliveriesInput, /) -> schemas.EventSubscriptionsDeliveriesListOutput: ...

    @overload
    def list(self, /, **fields: Unpack[schemas.ListDeliveriesInput]) -> schemas.EventSubscriptionsDeliveriesListOutput: ...

    def list(self, input: Any = None, /, **fields: Any) -> Any:
        """What was sent to a subscription's endpoint, the latest first, and what it answered. Scope: `event_subscriptions:read`."""
        return self._invoke("event_subscriptions.deliveries.list", input, fields)

    @overload
    def list_each(self, input: schemas.ListDeliveriesInput, /) -> Iterator[dict[str, Any]]: ...

    @overload
    def list_each(self, /, **fields: Unpack[schemas.ListDeliveriesInput]) -> Iterator[dict[str, Any]]: ...

    def list_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `event_subscriptions.deliveries.list`, page by page."""
        return self._each("event_subscriptions.deliveries.list", input, fields)

    @overload
    def replay(self, input: schemas.ReplayDeliveriesInput, /) -> schemas.ReplayDeliveriesOutput: ...

    @overload
    def replay(self, /, **fields: Unpack[schemas.ReplayDeliveriesInput]) -> schemas.ReplayDeliveriesOutput: ...

    def replay(self, input: Any = None, /, **fields: Any) -> Any:
        """Send again what has ended: one delivery, or all that failed since a time. The event ids stay. Scope: `event_subscriptions:write`."""
        return self._invoke("event_subscriptions.deliveries.replay", input, fields)


class EventSubscriptions:
    """Operations under `event_subscriptions`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each
        self.deliveries = EventSubscriptionsDeliveries(invoke, each)

    @overload
    def create(self, input: schemas.CreateSubscriptionInput, /) -> schemas.SubscriptionOutput: ...

    @overload
    def create(self, /, **fields: Unpack[schemas.CreateSubscriptionInput]) -> schemas.SubscriptionOutput: ...

    def create(self, input: Any = None, /, **fields: Any) -> Any:
        """Have events of your organization posted to an endpoint. The secret is shown this once. Scope: `event_subscriptions:write`."""
        return self._invoke("event_subscriptions.create", input, fields)

    @overload
    def get(self, input: schemas.GetSubscriptionInput, /) -> schemas.EventSubscriptionsGetOutput: ...

    @overload
    def get(self, /, **fields: Unpack[schemas.GetSubscriptionInput]) -> schemas.EventSubscriptionsGetOutput: ...

    def get(self, input: Any = None, /, **fields: Any) -> Any:
        """One event subscription. Scope: `event_subscriptions:read`."""
        return self._invoke("event_subscriptions.get", input, fields)

    @overload
    def list(self, input: schemas.ListSubscriptionsInput | None = None, /) -> schemas.EventSubscriptionsListOutput: ...

    @overload
    def list(self, /, **fields: Unpack[schemas.ListSubscriptionsInput]) -> schemas.EventSubscriptionsListOutput: ...

    def list(self, input: Any = None, /, **fields: Any) -> Any:
        """The event subscriptions of your organization, the latest first. Scope: `event_subscriptions:read`."""
        return self._invoke("event_subscriptions.list", input, fields)

    @overload
    def update(self, input: schemas.UpdateSubscriptionInput, /) -> schemas.SubscriptionOutput: ...

    @overload
    def update(self, /, **fields: Unpack[schemas.UpdateSubscriptionInput]) -> schemas.SubscriptionOutput: ...

    def update(self, input: Any = None, /, **fields: Any) -> Any:
        """Change an event subscription; `active: true` also takes it back from failure. Scope: `event_subscriptions:write`."""
        return self._invoke("event_subscriptions.update", input, fields)

    @overload
    def delete(self, input: schemas.DeleteSubscriptionInput, /) -> schemas.DeleteSubscriptionOutput: ...

    @overload
    def delete(self, /, **fields: Unpack[schemas.DeleteSubscriptionInput]) -> schemas.DeleteSubscriptionOutput: ...

    def delete(self, input: Any = None, /, **fields: Any) -> Any:
        """Delete an event subscription with its deliveries. Scope: `event_subscriptions:write`."""
        return self._invoke("event_subscriptions.delete", input, fields)

    @overload
    def rotate_secret(self, input: schemas.RotateSubscriptionSecretInput, /) -> schemas.SubscriptionOutput: ...

    @overload
    def rotate_secret(self, /, **fields: Unpack[schemas.RotateSubscriptionSecretInput]) -> schemas.SubscriptionOutput: ...

    def rotate_secret(self, input: Any = None, /, **fields: Any) -> Any:
        """Give a subscription a new secret, shown this once; until the former one ends, both sign. Scope: `event_subscriptions:write`."""
        return self._invoke("event_subscriptions.rotate_secret", input, fields)

    @overload
    def test(self, input: schemas.TestSubscriptionInput, /) -> schemas.TestSubscriptionOutput: ...

    @overload
    def test(self, /, **fields: Unpack[schemas.TestSubscriptionInput]) -> schemas.TestSubscriptionOutput: ...

    def test(self, input: Any = None, /, **fields: Any) -> Any:
        """Send a test event to a subscription's endpoint, and answer what came of the first attempt. Scope: `event_subscriptions:write`."""
        return self._invoke("event_subscriptions.test", input, fields)


class Events:
    """Operations under `events`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    def list(self, input: schemas.ListEventsInput | None = None, /) -> schemas.EventsListOutput: ...

    @overload
    def list(self, /, **fields: Unpack[schemas.ListEventsInput]) -> schemas.EventsListOutput: ...

    def list(self, input: Any = None, /, **fields: Any) -> Any:
        """Events of your organization in their order, for programs that poll; kept for 90 days. Scope: `event_subscriptions:read`."""
        return self._invoke("events.list", input, fields)

    @overload
    def list_each(self, input: schemas.ListEventsInput | None = None, /) -> Iterator[dict[str, Any]]: ...

    @overload
    def list_each(self, /, **fields: Unpack[schemas.ListEventsInput]) -> Iterator[dict[str, Any]]: ...

    def list_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `events.list`, page by page."""
        return self._each("events.list", input, fields)


class Budgets:
    """Operations under `budgets`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    def create(self, input: schemas.BudgetCreate, /) -> schemas.Budget: ...

    @overload
    def create(self, /, **fields: Unpack[schemas.BudgetCreate]) -> schemas.Budget: ...

    def create(self, input: Any = None, /, **fields: Any) -> Any:
        """Have events published when a month's usage comes to shares of an amount, or is forecast to exceed it. Scope: `billing:write`."""
        return self._invoke("budgets.create", input, fields)

    def list(self, input: schemas.BudgetsList | None = None, /) -> schemas.BudgetsListOutput:
        """The budgets of your organization, and what they have come to this month. Scope: `billing:read`."""
        return self._invoke("budgets.list", input, {})

    @overload
    def update(self, input: schemas.BudgetUpdate, /) -> schemas.Budget: ...

    @overload
    def update(self, /, **fields: Unpack[schemas.BudgetUpdate]) -> schemas.Budget: ...

    def update(self, input: Any = None, /, **fields: Any) -> Any:
        """Change a budget. What was published this month is not published again. Scope: `billing:write`."""
        return self._invoke("budgets.update", input, fields)

    @overload
    def delete(self, input: schemas.BudgetDelete, /) -> schemas.ShareLinkRevokeOutput: ...

    @overload
    def delete(self, /, **fields: Unpack[schemas.BudgetDelete]) -> schemas.ShareLinkRevokeOutput: ...

    def delete(self, input: Any = None, /, **fields: Any) -> Any:
        """Delete a budget. Scope: `billing:write`."""
        return self._invoke("budgets.delete", input, fields)


class TilesWarm:
    """Operations under `tiles.warm`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    def estimate(self, input: schemas.TilesWarmEstimate, /) -> schemas.TilesWarmEstimateOutput: ...

    @overload
    def estimate(self, /, **fields: Unpack[schemas.TilesWarmEstimate]) -> schemas.TilesWarmEstimateOutput: ...

    def estimate(self, input: Any = None, /, **fields: Any) -> Any:
        """How many tiles a warm-up would draw, and what they take of the store; nothing is drawn. Scope: `items:read`."""
        return self._invoke("tiles.warm.estimate", input, fields)

    @overload
    def start(self, input: schemas.TilesWarmStart, /) -> schemas.WarmUp: ...

    @overload
    def start(self, /, **fields: Unpack[schemas.TilesWarmStart]) -> schemas.WarmUp: ...

    def start(self, input: Any = None, /, **fields: Any) -> Any:
        """Draw tiles before they are looked at, in the background: no viewer waits for them, and they are not billed. Scope: `items:write`."""
        return self._invoke("tiles.warm.start", input, fields)

    @overload
    def get(self, input: schemas.TilesWarmGet, /) -> schemas.WarmUp: ...

    @overload
    def get(self, /, **fields: Unpack[schemas.TilesWarmGet]) -> schemas.WarmUp: ...

    def get(self, input: Any = None, /, **fields: Any) -> Any:
        """One warm-up, and how far it is. Scope: `items:read`."""
        return self._invoke("tiles.warm.get", input, fields)

    @overload
    def list(self, input: schemas.TilesWarmList, /) -> schemas.TilesWarmListOutput: ...

    @overload
    def list(self, /, **fields: Unpack[schemas.TilesWarmList]) -> schemas.TilesWarmListOutput: ...

    def list(self, input: Any = None, /, **fields: Any) -> Any:
        """The warm-ups of a project, the latest first; ended ones for 90 days. Scope: `items:read`."""
        return self._invoke("tiles.warm.list", input, fields)

    @overload
    def list_each(self, input: schemas.TilesWarmList, /) -> Iterator[schemas.WarmUp]: ...

    @overload
    def list_each(self, /, **fields: Unpack[schemas.TilesWarmList]) -> Iterator[schemas.WarmUp]: ...

    def list_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `tiles.warm.list`, page by page."""
        return self._each("tiles.warm.list", input, fields)

    @overload
    def cancel(self, input: schemas.TilesWarmCancel, /) -> schemas.WarmUp: ...

    @overload
    def cancel(self, /, **fields: Unpack[schemas.TilesWarmCancel]) -> schemas.WarmUp: ...

    def cancel(self, input: Any = None, /, **fields: Any) -> Any:
        """End a warm-up; the tiles that it has drawn stay, and it can be resumed. Scope: `items:write`."""
        return self._invoke("tiles.warm.cancel", input, fields)

    @overload
    def resume(self, input: schemas.TilesWarmResume, /) -> schemas.WarmUp: ...

    @overload
    def resume(self, /, **fields: Unpack[schemas.TilesWarmResume]) -> schemas.WarmUp: ...

    def resume(self, input: Any = None, /, **fields: Any) -> Any:
        """Go on with a warm-up that was cancelled or failed, where it was. Scope: `items:write`."""
        return self._invoke("tiles.warm.resume", input, fields)


class Tiles:
    """Operations under `tiles`."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each
        self.warm = TilesWarm(invoke, each)


class Operations:
    """Every operation."""

    def __init__(self, invoke: Invoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each
        self.share = Share(invoke, each)
        self.api_keys = ApiKeys(invoke, each)
        self.organizations = Organizations(invoke, each)
        self.projects = Projects(invoke, each)
        self.collections = Collections(invoke, each)
        self.items = Items(invoke, each)
        self.assets = Assets(invoke, each)
        self.stac = Stac(invoke, each)
        self.provenance = Provenance(invoke, each)
        self.visualization = Visualization(invoke, each)
        self.band_formulas = BandFormulas(invoke, each)
        self.cog = Cog(invoke, each)
        self.uploads = Uploads(invoke, each)
        self.usage = Usage(invoke, each)
        self.audit = Audit(invoke, each)
        self.security_log = SecurityLog(invoke, each)
        self.users = Users(invoke, each)
        self.sessions = Sessions(invoke, each)
        self.billing = Billing(invoke, each)
        self.event_subscriptions = EventSubscriptions(invoke, each)
        self.events = Events(invoke, each)
        self.budgets = Budgets(invoke, each)
        self.tiles = Tiles(invoke, each)


class AsyncShareLink:
    """Operations under `share.link`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    async def create(self, input: schemas.ShareLinkCreate, /) -> schemas.ShareLinkCreateOutput: ...

    @overload
    async def create(self, /, **fields: Unpack[schemas.ShareLinkCreate]) -> schemas.ShareLinkCreateOutput: ...

    async def create(self, input: Any = None, /, **fields: Any) -> Any:
        """Mint a password-protected, expiring link to one item or one collection. The token is returned only here. Scope: `shares:write`."""
        return await self._invoke("share.link.create", input, fields)

    @overload
    async def pause(self, input: schemas.ShareLinkPauseInput, /) -> schemas.ShareLinkResponse: ...

    @overload
    async def pause(self, /, **fields: Unpack[schemas.ShareLinkPauseInput]) -> schemas.ShareLinkResponse: ...

    async def pause(self, input: Any = None, /, **fields: Any) -> Any:
        """Pause a link at once, until it is resumed. It opens nothing meanwhile; its password and its addresses work again afterwards. Scope: `shares:write`."""
        return await self._invoke("share.link.pause", input, fields)

    @overload
    async def resume(self, input: schemas.ShareLinkResumeInput, /) -> schemas.ShareLinkResponse: ...

    @overload
    async def resume(self, /, **fields: Unpack[schemas.ShareLinkResumeInput]) -> schemas.ShareLinkResponse: ...

    async def resume(self, input: Any = None, /, **fields: Any) -> Any:
        """Let a paused link open again, with the same address, password and addresses for map software. Scope: `shares:write`."""
        return await self._invoke("share.link.resume", input, fields)

    @overload
    async def revoke(self, input: schemas.ShareLinkRevokeInput, /) -> schemas.ShareLinkRevokeOutput: ...

    @overload
    async def revoke(self, /, **fields: Unpack[schemas.ShareLinkRevokeInput]) -> schemas.ShareLinkRevokeOutput: ...

    async def revoke(self, input: Any = None, /, **fields: Any) -> Any:
        """Kill a link at once and for good. Caller must be editor or admin on the project that owns the target. Scope: `shares:write`."""
        return await self._invoke("share.link.revoke", input, fields)

    @overload
    async def validate(self, input: schemas.ShareLinkValidateInput, /) -> schemas.ShareLinkValidateOutput: ...

    @overload
    async def validate(self, /, **fields: Unpack[schemas.ShareLinkValidateInput]) -> schemas.ShareLinkValidateOutput: ...

    async def validate(self, input: Any = None, /, **fields: Any) -> Any:
        """Redeem token + password; answers the shared target. Scope: `shares:read`."""
        return await self._invoke("share.link.validate", input, fields)

    @overload
    async def introduce(self, input: schemas.ShareLinkIntroduceInput, /) -> schemas.ShareLinkIntroduction: ...

    @overload
    async def introduce(self, /, **fields: Unpack[schemas.ShareLinkIntroduceInput]) -> schemas.ShareLinkIntroduction: ...

    async def introduce(self, input: Any = None, /, **fields: Any) -> Any:
        """What a link says of itself before its password: who shares it and until when, if its owner allows it. Scope: `shares:read`."""
        return await self._invoke("share.link.introduce", input, fields)

    @overload
    async def get(self, input: schemas.ShareLinkGetInput, /) -> schemas.ShareLinkGetOutput: ...

    @overload
    async def get(self, /, **fields: Unpack[schemas.ShareLinkGetInput]) -> schemas.ShareLinkGetOutput: ...

    async def get(self, input: Any = None, /, **fields: Any) -> Any:
        """One link of the organization with its limits and what it has used of them; never its token or password. Scope: `shares:read`."""
        return await self._invoke("share.link.get", input, fields)

    @overload
    async def list(self, input: schemas.ShareLinkListInput | None = None, /) -> schemas.ShareLinkListOutput: ...

    @overload
    async def list(self, /, **fields: Unpack[schemas.ShareLinkListInput]) -> schemas.ShareLinkListOutput: ...

    async def list(self, input: Any = None, /, **fields: Any) -> Any:
        """The organization's links, newest first. A user sees the links of the projects that the user is a member of. Scope: `shares:read`."""
        return await self._invoke("share.link.list", input, fields)

    @overload
    def list_each(self, input: schemas.ShareLinkListInput | None = None, /) -> AsyncIterator[schemas.ShareLinkGetOutput]: ...

    @overload
    def list_each(self, /, **fields: Unpack[schemas.ShareLinkListInput]) -> AsyncIterator[schemas.ShareLinkGetOutput]: ...

    def list_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `share.link.list`, page by page."""
        return self._each("share.link.list", input, fields)

    @overload
    async def update(self, input: schemas.ShareLinkUpdateInput, /) -> schemas.ShareLinkResponse: ...

    @overload
    async def update(self, /, **fields: Unpack[schemas.ShareLinkUpdateInput]) -> schemas.ShareLinkResponse: ...

    async def update(self, input: Any = None, /, **fields: Any) -> Any:
        """Change a link's expiry, password, label, limits, allowed origins or what it gives. With a new password, every map that was opened with the old one stops working. Scope: `shares:write`."""
        return await self._invoke("share.link.update", input, fields)

    @overload
    async def rotate(self, input: schemas.ShareLinkRotateInput, /) -> schemas.ShareLinkRotateOutput: ...

    @overload
    async def rotate(self, /, **fields: Unpack[schemas.ShareLinkRotateInput]) -> schemas.ShareLinkRotateOutput: ...

    async def rotate(self, input: Any = None, /, **fields: Any) -> Any:
        """Give a link a new token and keep its settings. The old token stops working at once, and so does every map that was opened with it. Scope: `shares:write`."""
        return await self._invoke("share.link.rotate", input, fields)

    @overload
    async def usage(self, input: schemas.ShareLinkUsageInput, /) -> schemas.ShareLinkUsageOutput: ...

    @overload
    async def usage(self, /, **fields: Unpack[schemas.ShareLinkUsageInput]) -> schemas.ShareLinkUsageOutput: ...

    async def usage(self, input: Any = None, /, **fields: Any) -> Any:
        """The last days (UTC) of a link: views, tiles, bytes and unique clients. Clients are counted by a hash that changes every day. Scope: `shares:read`."""
        return await self._invoke("share.link.usage", input, fields)


class AsyncShareItems:
    """Operations under `share.items`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    async def list(self, input: schemas.ShareItemsListInput, /) -> schemas.ShareItemsListOutput: ...

    @overload
    async def list(self, /, **fields: Unpack[schemas.ShareItemsListInput]) -> schemas.ShareItemsListOutput: ...

    async def list(self, input: Any = None, /, **fields: Any) -> Any:
        """The items that a link shares, page by page: the rest of what share.link.validate answers. It is no view. Scope: `shares:read`."""
        return await self._invoke("share.items.list", input, fields)

    @overload
    def list_each(self, input: schemas.ShareItemsListInput, /) -> AsyncIterator[builtins.dict[str, Any]]: ...

    @overload
    def list_each(self, /, **fields: Unpack[schemas.ShareItemsListInput]) -> AsyncIterator[builtins.dict[str, Any]]: ...

    def list_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `share.items.list`, page by page."""
        return self._each("share.items.list", input, fields)


class AsyncShareTile:
    """Operations under `share.tile`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    async def render(self, input: schemas.ShareTileInput, /) -> BinaryAnswer: ...

    @overload
    async def render(self, /, **fields: Unpack[schemas.ShareTileInput]) -> BinaryAnswer: ...

    async def render(self, input: Any = None, /, **fields: Any) -> Any:
        """Render one XYZ map tile of the shared target; the sharer is billed. Answers image bytes. Scope: `shares:read`."""
        return await self._invoke("share.tile.render", input, fields)


class AsyncShare:
    """Operations under `share`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each
        self.link = AsyncShareLink(invoke, each)
        self.items = AsyncShareItems(invoke, each)
        self.tile = AsyncShareTile(invoke, each)

    @overload
    async def tilejson(self, input: schemas.ShareTilejsonInput, /) -> schemas.ShareTilejsonOutput: ...

    @overload
    async def tilejson(self, /, **fields: Unpack[schemas.ShareTilejsonInput]) -> schemas.ShareTilejsonOutput: ...

    async def tilejson(self, input: Any = None, /, **fields: Any) -> Any:
        """TileJSON document that lets a map client show the shared target. Scope: `shares:read`."""
        return await self._invoke("share.tilejson", input, fields)

    @overload
    async def legend(self, input: schemas.ShareLegendInput, /) -> schemas.Legend: ...

    @overload
    async def legend(self, /, **fields: Unpack[schemas.ShareLegendInput]) -> schemas.Legend: ...

    async def legend(self, input: Any = None, /, **fields: Any) -> Any:
        """What the colours of a link's tiles mean: values and colours, and a picture. It is no view. Scope: `shares:read`."""
        return await self._invoke("share.legend", input, fields)

    @overload
    async def point(self, input: schemas.SharePointInput, /) -> schemas.PointValues: ...

    @overload
    async def point(self, /, **fields: Unpack[schemas.SharePointInput]) -> schemas.PointValues: ...

    async def point(self, input: Any = None, /, **fields: Any) -> Any:
        """The values under a point of a link that gives values; priced as the tile they are read from. Scope: `shares:read`."""
        return await self._invoke("share.point", input, fields)

    @overload
    async def preview(self, input: schemas.SharePreviewInput, /) -> BinaryAnswer: ...

    @overload
    async def preview(self, /, **fields: Unpack[schemas.SharePreviewInput]) -> BinaryAnswer: ...

    async def preview(self, input: Any = None, /, **fields: Any) -> Any:
        """A picture of everything that a link shows, within its rights; no view, and priced as one tile. Scope: `shares:read`."""
        return await self._invoke("share.preview", input, fields)


class AsyncApiKeys:
    """Operations under `api_keys`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    async def create(self, input: schemas.ApiKeyCreateInput, /) -> schemas.ApiKeyCreateOutput: ...

    @overload
    async def create(self, /, **fields: Unpack[schemas.ApiKeyCreateInput]) -> schemas.ApiKeyCreateOutput: ...

    async def create(self, input: Any = None, /, **fields: Any) -> Any:
        """Mint an organization API key; the secret is returned only here. Scope: `api_keys:write`."""
        return await self._invoke("api_keys.create", input, fields)

    @overload
    async def list(self, input: schemas.ApiKeyListInput | None = None, /) -> schemas.ApiKeysListOutput: ...

    @overload
    async def list(self, /, **fields: Unpack[schemas.ApiKeyListInput]) -> schemas.ApiKeysListOutput: ...

    async def list(self, input: Any = None, /, **fields: Any) -> Any:
        """List the organization's keys, metadata only. Scope: `api_keys:read`."""
        return await self._invoke("api_keys.list", input, fields)

    @overload
    def list_each(self, input: schemas.ApiKeyListInput | None = None, /) -> AsyncIterator[dict[str, Any]]: ...

    @overload
    def list_each(self, /, **fields: Unpack[schemas.ApiKeyListInput]) -> AsyncIterator[dict[str, Any]]: ...

    def list_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `api_keys.list`, page by page."""
        return self._each("api_keys.list", input, fields)

    @overload
    async def revoke(self, input: schemas.ApiKeyRevokeInput, /) -> schemas.ApiKeyRevokeOutput: ...

    @overload
    async def revoke(self, /, **fields: Unpack[schemas.ApiKeyRevokeInput]) -> schemas.ApiKeyRevokeOutput: ...

    async def revoke(self, input: Any = None, /, **fields: Any) -> Any:
        """Revoke a key and every key made by it. A key revokes itself and what it made; administrators revoke any. Scope: `api_keys:write`."""
        return await self._invoke("api_keys.revoke", input, fields)


class AsyncOrganizationsRules:
    """Operations under `organizations.rules`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    async def get(self, input: schemas.OrganizationRulesGetInput | None = None, /) -> schemas.OrganizationRules:
        """The rules of the caller's organization for its links. Scope: `shares:read`."""
        return await self._invoke("organizations.rules.get", input, {})

    @overload
    async def update(self, input: schemas.OrganizationRulesUpdateInput, /) -> schemas.OrganizationRules: ...

    @overload
    async def update(self, /, **fields: Unpack[schemas.OrganizationRulesUpdateInput]) -> schemas.OrganizationRules: ...

    async def update(self, input: Any = None, /, **fields: Any) -> Any:
        """Set rules of the organization for its links; null and an empty list take one away. Administrators of the organization only. Links made before follow when they are changed or rotated. Scope: `api_keys:write`."""
        return await self._invoke("organizations.rules.update", input, fields)


class AsyncOrganizationsTags:
    """Operations under `organizations.tags`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    async def get(self, input: schemas.OrganizationTagsGetInput | None = None, /) -> schemas.OrganizationTags:
        """The cost-allocation tags that all usage of the caller's organization has. Scope: `usage:read`."""
        return await self._invoke("organizations.tags.get", input, {})

    @overload
    async def update(self, input: schemas.OrganizationTagsUpdateInput, /) -> schemas.OrganizationTags: ...

    @overload
    async def update(self, /, **fields: Unpack[schemas.OrganizationTagsUpdateInput]) -> schemas.OrganizationTags: ...

    async def update(self, input: Any = None, /, **fields: Any) -> Any:
        """Set the cost-allocation tags that all usage of the organization has. For its administrators. Scope: `billing:write`."""
        return await self._invoke("organizations.tags.update", input, fields)


class AsyncOrganizationsLimits:
    """Operations under `organizations.limits`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    async def get(self, input: schemas.OrganizationLimitsInput | None = None, /) -> schemas.OrganizationLimitsOutput:
        """The limits that bind the caller's organization, and what it uses of those that count rows. Scope: `usage:read`."""
        return await self._invoke("organizations.limits.get", input, {})


class AsyncOrganizations:
    """Operations under `organizations`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each
        self.rules = AsyncOrganizationsRules(invoke, each)
        self.tags = AsyncOrganizationsTags(invoke, each)
        self.limits = AsyncOrganizationsLimits(invoke, each)

    @overload
    async def create(self, input: schemas.OrganizationCreateInput, /) -> schemas.OrganizationCreateOutput: ...

    @overload
    async def create(self, /, **fields: Unpack[schemas.OrganizationCreateInput]) -> schemas.OrganizationCreateOutput: ...

    async def create(self, input: Any = None, /, **fields: Any) -> Any:
        """Create an organization, with a first API key that holds every scope and is answered only here. For operators of the service. Scope: `organizations:write`."""
        return await self._invoke("organizations.create", input, fields)

    @overload
    async def get(self, input: schemas.OrganizationGetInput | None = None, /) -> schemas.Organization: ...

    @overload
    async def get(self, /, **fields: Unpack[schemas.OrganizationGetInput]) -> schemas.Organization: ...

    async def get(self, input: Any = None, /, **fields: Any) -> Any:
        """The caller's organization, and what it says of itself. Scope: `organizations:read`."""
        return await self._invoke("organizations.get", input, fields)

    @overload
    async def update(self, input: schemas.OrganizationUpdateInput, /) -> schemas.Organization: ...

    @overload
    async def update(self, /, **fields: Unpack[schemas.OrganizationUpdateInput]) -> schemas.Organization: ...

    async def update(self, input: Any = None, /, **fields: Any) -> Any:
        """Change the name of the organization, which pages of links show, and what it says of itself. For its administrators. Invoices follow billing.parties.set. Scope: `organizations:write`."""
        return await self._invoke("organizations.update", input, fields)


class AsyncProjects:
    """Operations under `projects`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    async def create(self, input: schemas.ProjectCreate, /) -> schemas.ProjectResponse: ...

    @overload
    async def create(self, /, **fields: Unpack[schemas.ProjectCreate]) -> schemas.ProjectResponse: ...

    async def create(self, input: Any = None, /, **fields: Any) -> Any:
        """Create a project in the caller's organization. Scope: `projects:write`."""
        return await self._invoke("projects.create", input, fields)

    @overload
    async def get(self, input: schemas.ProjectGetInput, /) -> schemas.ProjectResponse: ...

    @overload
    async def get(self, /, **fields: Unpack[schemas.ProjectGetInput]) -> schemas.ProjectResponse: ...

    async def get(self, input: Any = None, /, **fields: Any) -> Any:
        """Get one project. Scope: `projects:read`."""
        return await self._invoke("projects.get", input, fields)

    @overload
    async def update(self, input: schemas.ProjectUpdateInput, /) -> schemas.ProjectResponse: ...

    @overload
    async def update(self, /, **fields: Unpack[schemas.ProjectUpdateInput]) -> schemas.ProjectResponse: ...

    async def update(self, input: Any = None, /, **fields: Any) -> Any:
        """Change a project's name, description or tags, or whether it is archived. Scope: `projects:write`."""
        return await self._invoke("projects.update", input, fields)

    @overload
    async def archive(self, input: schemas.ProjectArchiveInput, /) -> schemas.ProjectResponse: ...

    @overload
    async def archive(self, /, **fields: Unpack[schemas.ProjectArchiveInput]) -> schemas.ProjectResponse: ...

    async def archive(self, input: Any = None, /, **fields: Any) -> Any:
        """Archive a project: it takes no new items, uploads or collections, while all that it holds and shares stays. Scope: `projects:write`."""
        return await self._invoke("projects.archive", input, fields)

    @overload
    async def delete(self, input: schemas.ProjectDeleteInput, /) -> schemas.ProjectDeleteOutput: ...

    @overload
    async def delete(self, /, **fields: Unpack[schemas.ProjectDeleteInput]) -> schemas.ProjectDeleteOutput: ...

    async def delete(self, input: Any = None, /, **fields: Any) -> Any:
        """Soft-delete a project with all that it holds; its links open nothing from then on. `preview` says what would go. Scope: `projects:write`."""
        return await self._invoke("projects.delete", input, fields)

    @overload
    async def list(self, input: schemas.ProjectsListInput | None = None, /) -> schemas.ProjectsListOutput: ...

    @overload
    async def list(self, /, **fields: Unpack[schemas.ProjectsListInput]) -> schemas.ProjectsListOutput: ...

    async def list(self, input: Any = None, /, **fields: Any) -> Any:
        """The organization's projects by name. A user sees the projects that the user is a member of; an administrator sees all. Scope: `projects:read`."""
        return await self._invoke("projects.list", input, fields)

    @overload
    def list_each(self, input: schemas.ProjectsListInput | None = None, /) -> AsyncIterator[dict[str, Any]]: ...

    @overload
    def list_each(self, /, **fields: Unpack[schemas.ProjectsListInput]) -> AsyncIterator[dict[str, Any]]: ...

    def list_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `projects.list`, page by page."""
        return self._each("projects.list", input, fields)

    @overload
    async def list_members(self, input: schemas.ListMembersInput, /) -> schemas.ListMembersOutput: ...

    @overload
    async def list_members(self, /, **fields: Unpack[schemas.ListMembersInput]) -> schemas.ListMembersOutput: ...

    async def list_members(self, input: Any = None, /, **fields: Any) -> Any:
        """The members of a project and their roles, by name. Scope: `projects:read`."""
        return await self._invoke("projects.list_members", input, fields)

    @overload
    def list_members_each(self, input: schemas.ListMembersInput, /) -> AsyncIterator[dict[str, Any]]: ...

    @overload
    def list_members_each(self, /, **fields: Unpack[schemas.ListMembersInput]) -> AsyncIterator[dict[str, Any]]: ...

    def list_members_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `projects.list_members`, page by page."""
        return self._each("projects.list_members", input, fields)

    @overload
    async def add_member(self, input: schemas.AddMemberInput, /) -> schemas.MemberOutput: ...

    @overload
    async def add_member(self, /, **fields: Unpack[schemas.AddMemberInput]) -> schemas.MemberOutput: ...

    async def add_member(self, input: Any = None, /, **fields: Any) -> Any:
        """Add a user to a project with a role (admin, editor, viewer). Scope: `projects:write`."""
        return await self._invoke("projects.add_member", input, fields)

    @overload
    async def update_member(self, input: schemas.UpdateMemberInput, /) -> schemas.MemberOutput: ...

    @overload
    async def update_member(self, /, **fields: Unpack[schemas.UpdateMemberInput]) -> schemas.MemberOutput: ...

    async def update_member(self, input: Any = None, /, **fields: Any) -> Any:
        """Change a member's role. Scope: `projects:write`."""
        return await self._invoke("projects.update_member", input, fields)

    @overload
    async def remove_member(self, input: schemas.RemoveMemberInput, /) -> schemas.RemoveMemberOutput: ...

    @overload
    async def remove_member(self, /, **fields: Unpack[schemas.RemoveMemberInput]) -> schemas.RemoveMemberOutput: ...

    async def remove_member(self, input: Any = None, /, **fields: Any) -> Any:
        """Remove a member. Scope: `projects:write`."""
        return await self._invoke("projects.remove_member", input, fields)


class AsyncCollections:
    """Operations under `collections`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    async def create(self, input: schemas.CollectionCreateInput, /) -> schemas.CollectionResponse: ...

    @overload
    async def create(self, /, **fields: Unpack[schemas.CollectionCreateInput]) -> schemas.CollectionResponse: ...

    async def create(self, input: Any = None, /, **fields: Any) -> Any:
        """Create a collection of items in a project. Scope: `collections:write`."""
        return await self._invoke("collections.create", input, fields)

    @overload
    async def get(self, input: schemas.CollectionsGetInput, /) -> schemas.CollectionResponse: ...

    @overload
    async def get(self, /, **fields: Unpack[schemas.CollectionsGetInput]) -> schemas.CollectionResponse: ...

    async def get(self, input: Any = None, /, **fields: Any) -> Any:
        """Get one collection. Scope: `collections:read`."""
        return await self._invoke("collections.get", input, fields)

    @overload
    async def list(self, input: schemas.CollectionsListInput, /) -> schemas.CollectionsListOutput: ...

    @overload
    async def list(self, /, **fields: Unpack[schemas.CollectionsListInput]) -> schemas.CollectionsListOutput: ...

    async def list(self, input: Any = None, /, **fields: Any) -> Any:
        """List a project's collections with item counts. Scope: `collections:read`."""
        return await self._invoke("collections.list", input, fields)

    @overload
    def list_each(self, input: schemas.CollectionsListInput, /) -> AsyncIterator[schemas.CollectionResponse]: ...

    @overload
    def list_each(self, /, **fields: Unpack[schemas.CollectionsListInput]) -> AsyncIterator[schemas.CollectionResponse]: ...

    def list_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `collections.list`, page by page."""
        return self._each("collections.list", input, fields)

    @overload
    async def update(self, input: schemas.CollectionUpdateInput, /) -> schemas.CollectionResponse: ...

    @overload
    async def update(self, /, **fields: Unpack[schemas.CollectionUpdateInput]) -> schemas.CollectionResponse: ...

    async def update(self, input: Any = None, /, **fields: Any) -> Any:
        """Change a collection's metadata and tags. Scope: `collections:write`."""
        return await self._invoke("collections.update", input, fields)

    @overload
    async def thumbnail(self, input: schemas.CollectionThumbnailInput, /) -> BinaryAnswer: ...

    @overload
    async def thumbnail(self, /, **fields: Unpack[schemas.CollectionThumbnailInput]) -> BinaryAnswer: ...

    async def thumbnail(self, input: Any = None, /, **fields: Any) -> Any:
        """A picture of all items of a collection together; free, as all tiles of owners are. Scope: `items:read`."""
        return await self._invoke("collections.thumbnail", input, fields)

    @overload
    async def delete(self, input: schemas.CollectionDeleteInput, /) -> schemas.CollectionDeleteOutput: ...

    @overload
    async def delete(self, /, **fields: Unpack[schemas.CollectionDeleteInput]) -> schemas.CollectionDeleteOutput: ...

    async def delete(self, input: Any = None, /, **fields: Any) -> Any:
        """Soft-delete a collection; its items stay, unlinked, and its links open nothing from then on. `preview` says how many. Scope: `collections:write`."""
        return await self._invoke("collections.delete", input, fields)


class AsyncItemsIngest:
    """Operations under `items.ingest`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    async def cancel(self, input: schemas.ItemIngestCancelInput, /) -> schemas.ItemIngestCancelOutput: ...

    @overload
    async def cancel(self, /, **fields: Unpack[schemas.ItemIngestCancelInput]) -> schemas.ItemIngestCancelOutput: ...

    async def cancel(self, input: Any = None, /, **fields: Any) -> Any:
        """Cancel the preparation of an item's files; the originals stay. Scope: `items:write`."""
        return await self._invoke("items.ingest.cancel", input, fields)

    @overload
    async def retry(self, input: schemas.ItemIngestRetryInput, /) -> schemas.ItemIngestRetryOutput: ...

    @overload
    async def retry(self, /, **fields: Unpack[schemas.ItemIngestRetryInput]) -> schemas.ItemIngestRetryOutput: ...

    async def retry(self, input: Any = None, /, **fields: Any) -> Any:
        """Prepare an item's files again after that failed or was cancelled. Scope: `items:write`."""
        return await self._invoke("items.ingest.retry", input, fields)


class AsyncItemsAsset:
    """Operations under `items.asset`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    async def download(self, input: schemas.AssetDownloadInput, /) -> schemas.ItemsAssetDownloadOutput: ...

    @overload
    async def download(self, /, **fields: Unpack[schemas.AssetDownloadInput]) -> schemas.ItemsAssetDownloadOutput: ...

    async def download(self, input: Any = None, /, **fields: Any) -> Any:
        """Issue a short-lived signed download URL for an asset. Scope: `items:read`."""
        return await self._invoke("items.asset.download", input, fields)


class AsyncItemsTile:
    """Operations under `items.tile`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    async def render(self, input: schemas.ItemTileRenderInput, /) -> BinaryAnswer: ...

    @overload
    async def render(self, /, **fields: Unpack[schemas.ItemTileRenderInput]) -> BinaryAnswer: ...

    async def render(self, input: Any = None, /, **fields: Any) -> Any:
        """Render one XYZ tile of an item the caller may read (owner side, same pipeline). Scope: `items:read`."""
        return await self._invoke("items.tile.render", input, fields)

    @overload
    async def tilejson(self, input: schemas.ItemTilejsonInput, /) -> schemas.ItemsTileTilejsonOutput: ...

    @overload
    async def tilejson(self, /, **fields: Unpack[schemas.ItemTilejsonInput]) -> schemas.ItemsTileTilejsonOutput: ...

    async def tilejson(self, input: Any = None, /, **fields: Any) -> Any:
        """TileJSON for an item the caller may read. Scope: `items:read`."""
        return await self._invoke("items.tile.tilejson", input, fields)

    @overload
    async def statistics(self, input: schemas.ItemStatisticsInput, /) -> schemas.ItemsTileStatisticsOutput: ...

    @overload
    async def statistics(self, /, **fields: Unpack[schemas.ItemStatisticsInput]) -> schemas.ItemsTileStatisticsOutput: ...

    async def statistics(self, input: Any = None, /, **fields: Any) -> Any:
        """Statistics of an expression over a sample of an item: percentiles (p2/p98), mean, histogram. Scope: `items:read`."""
        return await self._invoke("items.tile.statistics", input, fields)

    @overload
    async def legend(self, input: schemas.ItemLegendInput, /) -> schemas.Legend: ...

    @overload
    async def legend(self, /, **fields: Unpack[schemas.ItemLegendInput]) -> schemas.Legend: ...

    async def legend(self, input: Any = None, /, **fields: Any) -> Any:
        """What the colours of an item's tiles mean: values and colours, and a picture. Scope: `items:read`."""
        return await self._invoke("items.tile.legend", input, fields)

    @overload
    async def point(self, input: schemas.ItemPointInput, /) -> schemas.PointValues: ...

    @overload
    async def point(self, /, **fields: Unpack[schemas.ItemPointInput]) -> schemas.PointValues: ...

    async def point(self, input: Any = None, /, **fields: Any) -> Any:
        """The values of an item under a point: its bands, or a calculation. Scope: `items:read`."""
        return await self._invoke("items.tile.point", input, fields)

    @overload
    async def wmts_capabilities(self, input: schemas.ItemWmtsCapabilitiesInput, /) -> BinaryAnswer: ...

    @overload
    async def wmts_capabilities(self, /, **fields: Unpack[schemas.ItemWmtsCapabilitiesInput]) -> BinaryAnswer: ...

    async def wmts_capabilities(self, input: Any = None, /, **fields: Any) -> Any:
        """OGC WMTS 1.0.0 GetCapabilities XML for an item. Scope: `items:read`."""
        return await self._invoke("items.tile.wmts_capabilities", input, fields)

    @overload
    async def wmts_get_tile(self, input: schemas.ItemWmtsGetTileInput, /) -> BinaryAnswer: ...

    @overload
    async def wmts_get_tile(self, /, **fields: Unpack[schemas.ItemWmtsGetTileInput]) -> BinaryAnswer: ...

    async def wmts_get_tile(self, input: Any = None, /, **fields: Any) -> Any:
        """One tile of an item as WMTS names it (WebMercatorQuad), as PNG. Scope: `items:read`."""
        return await self._invoke("items.tile.wmts_get_tile", input, fields)


class AsyncItems:
    """Operations under `items`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each
        self.ingest = AsyncItemsIngest(invoke, each)
        self.asset = AsyncItemsAsset(invoke, each)
        self.tile = AsyncItemsTile(invoke, each)

    @overload
    async def create(self, input: schemas.ItemCreateInput, /) -> schemas.ItemResponse: ...

    @overload
    async def create(self, /, **fields: Unpack[schemas.ItemCreateInput]) -> schemas.ItemResponse: ...

    async def create(self, input: Any = None, /, **fields: Any) -> Any:
        """Create an item in a project. Scope: `items:write`."""
        return await self._invoke("items.create", input, fields)

    @overload
    async def get(self, input: schemas.ItemGetInput, /) -> schemas.ItemGetOutput: ...

    @overload
    async def get(self, /, **fields: Unpack[schemas.ItemGetInput]) -> schemas.ItemGetOutput: ...

    async def get(self, input: Any = None, /, **fields: Any) -> Any:
        """Get one item. Scope: `items:read`."""
        return await self._invoke("items.get", input, fields)

    @overload
    async def list(self, input: schemas.ItemsListInput, /) -> schemas.ItemsListOutput: ...

    @overload
    async def list(self, /, **fields: Unpack[schemas.ItemsListInput]) -> schemas.ItemsListOutput: ...

    async def list(self, input: Any = None, /, **fields: Any) -> Any:
        """List a project's items. Scope: `items:read`."""
        return await self._invoke("items.list", input, fields)

    @overload
    def list_each(self, input: schemas.ItemsListInput, /) -> AsyncIterator[schemas.ItemResponse]: ...

    @overload
    def list_each(self, /, **fields: Unpack[schemas.ItemsListInput]) -> AsyncIterator[schemas.ItemResponse]: ...

    def list_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `items.list`, page by page."""
        return self._each("items.list", input, fields)

    @overload
    async def list_by_collection(self, input: schemas.ItemsByCollectionInput, /) -> schemas.ItemsListOutput: ...

    @overload
    async def list_by_collection(self, /, **fields: Unpack[schemas.ItemsByCollectionInput]) -> schemas.ItemsListOutput: ...

    async def list_by_collection(self, input: Any = None, /, **fields: Any) -> Any:
        """List a collection's items. Scope: `items:read`."""
        return await self._invoke("items.list_by_collection", input, fields)

    @overload
    def list_by_collection_each(self, input: schemas.ItemsByCollectionInput, /) -> AsyncIterator[schemas.ItemResponse]: ...

    @overload
    def list_by_collection_each(self, /, **fields: Unpack[schemas.ItemsByCollectionInput]) -> AsyncIterator[schemas.ItemResponse]: ...

    def list_by_collection_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `items.list_by_collection`, page by page."""
        return self._each("items.list_by_collection", input, fields)

    @overload
    async def search(self, input: schemas.ProjectItemSearchInput, /) -> schemas.FeatureCollectionOutput: ...

    @overload
    async def search(self, /, **fields: Unpack[schemas.ProjectItemSearchInput]) -> schemas.FeatureCollectionOutput: ...

    async def search(self, input: Any = None, /, **fields: Any) -> Any:
        """Find a project's items by place, time, collection, type and properties, as STAC features. Scope: `items:read`."""
        return await self._invoke("items.search", input, fields)

    @overload
    def search_each(self, input: schemas.ProjectItemSearchInput, /) -> AsyncIterator[Any]: ...

    @overload
    def search_each(self, /, **fields: Unpack[schemas.ProjectItemSearchInput]) -> AsyncIterator[Any]: ...

    def search_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `items.search`, page by page."""
        return self._each("items.search", input, fields)

    @overload
    async def search_org(self, input: schemas.OrgItemSearchInput | None = None, /) -> schemas.FeatureCollectionOutput: ...

    @overload
    async def search_org(self, /, **fields: Unpack[schemas.OrgItemSearchInput]) -> schemas.FeatureCollectionOutput: ...

    async def search_org(self, input: Any = None, /, **fields: Any) -> Any:
        """Find items in all projects that the caller sees, by place, time, collection, type and properties, as STAC features. Scope: `items:read`."""
        return await self._invoke("items.search_org", input, fields)

    @overload
    def search_org_each(self, input: schemas.OrgItemSearchInput | None = None, /) -> AsyncIterator[Any]: ...

    @overload
    def search_org_each(self, /, **fields: Unpack[schemas.OrgItemSearchInput]) -> AsyncIterator[Any]: ...

    def search_org_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `items.search_org`, page by page."""
        return self._each("items.search_org", input, fields)

    @overload
    async def update(self, input: schemas.ItemUpdateInput, /) -> schemas.ItemResponse: ...

    @overload
    async def update(self, /, **fields: Unpack[schemas.ItemUpdateInput]) -> schemas.ItemResponse: ...

    async def update(self, input: Any = None, /, **fields: Any) -> Any:
        """Change an item's mutable metadata. Scope: `items:write`."""
        return await self._invoke("items.update", input, fields)

    @overload
    async def delete(self, input: schemas.ItemDeleteInput, /) -> schemas.ItemDeleteOutput: ...

    @overload
    async def delete(self, /, **fields: Unpack[schemas.ItemDeleteInput]) -> schemas.ItemDeleteOutput: ...

    async def delete(self, input: Any = None, /, **fields: Any) -> Any:
        """Soft-delete an item: its links open nothing from then on. `preview` says how many. Scope: `items:write`."""
        return await self._invoke("items.delete", input, fields)

    @overload
    async def move(self, input: schemas.ItemMoveInput, /) -> schemas.ItemMoveOutput: ...

    @overload
    async def move(self, /, **fields: Unpack[schemas.ItemMoveInput]) -> schemas.ItemMoveOutput: ...

    async def move(self, input: Any = None, /, **fields: Any) -> Any:
        """Move an item to another project of the organization, with its own links; it leaves its collection. `preview` says what would change. Scope: `items:write`."""
        return await self._invoke("items.move", input, fields)

    @overload
    async def duplicate(self, input: schemas.ItemDuplicateInput, /) -> schemas.ItemResponse: ...

    @overload
    async def duplicate(self, /, **fields: Unpack[schemas.ItemDuplicateInput]) -> schemas.ItemResponse: ...

    async def duplicate(self, input: Any = None, /, **fields: Any) -> Any:
        """Make an item like another one, with its files and profiles, in its project or another one. Files count as stored once more; links stay with the item they share. Scope: `items:write`."""
        return await self._invoke("items.duplicate", input, fields)

    @overload
    async def lineage(self, input: schemas.ItemLineageInput, /) -> schemas.ItemsLineageOutput: ...

    @overload
    async def lineage(self, /, **fields: Unpack[schemas.ItemLineageInput]) -> schemas.ItemsLineageOutput: ...

    async def lineage(self, input: Any = None, /, **fields: Any) -> Any:
        """The uploads and items that an item came of, and the items that came of it. Scope: `items:read`."""
        return await self._invoke("items.lineage", input, fields)

    @overload
    async def list_expiring(self, input: schemas.ExpiringInput | None = None, /) -> schemas.ItemsListExpiringOutput: ...

    @overload
    async def list_expiring(self, /, **fields: Unpack[schemas.ExpiringInput]) -> schemas.ItemsListExpiringOutput: ...

    async def list_expiring(self, input: Any = None, /, **fields: Any) -> Any:
        """Items of the organization whose `expires_at` comes within some days or has passed, soonest first: up to 1,000 that are not marked as expired. Scope: `admin:read`."""
        return await self._invoke("items.list_expiring", input, fields)

    async def expire_batch(self, input: schemas.Empty | None = None, /) -> schemas.ItemsExpireBatchOutput:
        """Mark items of the organization whose `expires_at` has passed as expired, up to 1,000 a call. Nothing is deleted, and links go on showing them. Scope: `admin:write`."""
        return await self._invoke("items.expire_batch", input, {})

    @overload
    async def list_assets(self, input: schemas.ItemAssetsInput, /) -> schemas.ItemsListAssetsOutput: ...

    @overload
    async def list_assets(self, /, **fields: Unpack[schemas.ItemAssetsInput]) -> schemas.ItemsListAssetsOutput: ...

    async def list_assets(self, input: Any = None, /, **fields: Any) -> Any:
        """List an item's assets (files). Scope: `items:read`."""
        return await self._invoke("items.list_assets", input, fields)

    @overload
    def list_assets_each(self, input: schemas.ItemAssetsInput, /) -> AsyncIterator[dict[str, Any]]: ...

    @overload
    def list_assets_each(self, /, **fields: Unpack[schemas.ItemAssetsInput]) -> AsyncIterator[dict[str, Any]]: ...

    def list_assets_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `items.list_assets`, page by page."""
        return self._each("items.list_assets", input, fields)

    @overload
    async def replace_asset(self, input: schemas.ReplaceAssetInput, /) -> schemas.ReplaceAssetOutput: ...

    @overload
    async def replace_asset(self, /, **fields: Unpack[schemas.ReplaceAssetInput]) -> schemas.ReplaceAssetOutput: ...

    async def replace_asset(self, input: Any = None, /, **fields: Any) -> Any:
        """Put a file of the asset store in the place of one of an item's files: maps and links show it at once, under the same addresses. `preview` says what would change. Scope: `items:write`."""
        return await self._invoke("items.replace_asset", input, fields)

    @overload
    async def set_asset_band_names(self, input: schemas.SetBandNamesInput, /) -> schemas.AssetOutput: ...

    @overload
    async def set_asset_band_names(self, /, **fields: Unpack[schemas.SetBandNamesInput]) -> schemas.AssetOutput: ...

    async def set_asset_band_names(self, input: Any = None, /, **fields: Any) -> Any:
        """Name the bands of a file, for profiles and expressions that name bands. The file itself is not changed; a name that is empty is taken away. Scope: `items:write`."""
        return await self._invoke("items.set_asset_band_names", input, fields)

    @overload
    async def detect_asset_bands(self, input: schemas.DetectBandsInput, /) -> schemas.DetectBandsOutput: ...

    @overload
    async def detect_asset_bands(self, /, **fields: Unpack[schemas.DetectBandsInput]) -> schemas.DetectBandsOutput: ...

    async def detect_asset_bands(self, input: Any = None, /, **fields: Any) -> Any:
        """Suggest names for the bands of a file: those it has, those of its colours, or by how bright its bands are. Nothing is changed. Scope: `items:read`."""
        return await self._invoke("items.detect_asset_bands", input, fields)

    @overload
    async def get_stac(self, input: schemas.ItemStacInput, /) -> schemas.ItemsGetStacOutput: ...

    @overload
    async def get_stac(self, /, **fields: Unpack[schemas.ItemStacInput]) -> schemas.ItemsGetStacOutput: ...

    async def get_stac(self, input: Any = None, /, **fields: Any) -> Any:
        """The item as a STAC 1.0.0 Feature. Scope: `items:read`."""
        return await self._invoke("items.get_stac", input, fields)

    @overload
    async def thumbnail(self, input: schemas.ItemThumbnailInput, /) -> BinaryAnswer: ...

    @overload
    async def thumbnail(self, /, **fields: Unpack[schemas.ItemThumbnailInput]) -> BinaryAnswer: ...

    async def thumbnail(self, input: Any = None, /, **fields: Any) -> Any:
        """A picture of a whole item, at most as large as requested; free, as all tiles of owners are. Scope: `items:read`."""
        return await self._invoke("items.thumbnail", input, fields)


class AsyncAssets:
    """Operations under `assets`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    async def delete(self, input: schemas.AssetDeleteInput, /) -> schemas.AssetDeleteOutput: ...

    @overload
    async def delete(self, /, **fields: Unpack[schemas.AssetDeleteInput]) -> schemas.AssetDeleteOutput: ...

    async def delete(self, input: Any = None, /, **fields: Any) -> Any:
        """Delete a file of an item, with the original that it was made of. The next file is drawn then, or nothing. `preview` says what would change. Scope: `items:write`."""
        return await self._invoke("assets.delete", input, fields)


class AsyncStacCollections:
    """Operations under `stac.collections`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    async def list(self, input: schemas.SrcOperationsStacReadsCollectionsListInput | None = None, /) -> schemas.StacCollectionsListOutput: ...

    @overload
    async def list(self, /, **fields: Unpack[schemas.SrcOperationsStacReadsCollectionsListInput]) -> schemas.StacCollectionsListOutput: ...

    async def list(self, input: Any = None, /, **fields: Any) -> Any:
        """The collections of the STAC API: those of all projects that the caller sees. Scope: `items:read`."""
        return await self._invoke("stac.collections.list", input, fields)

    @overload
    def list_each(self, input: schemas.SrcOperationsStacReadsCollectionsListInput | None = None, /) -> AsyncIterator[builtins.dict[str, Any]]: ...

    @overload
    def list_each(self, /, **fields: Unpack[schemas.SrcOperationsStacReadsCollectionsListInput]) -> AsyncIterator[builtins.dict[str, Any]]: ...

    def list_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `stac.collections.list`, page by page."""
        return self._each("stac.collections.list", input, fields)


class AsyncStac:
    """Operations under `stac`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each
        self.collections = AsyncStacCollections(invoke, each)

    @overload
    async def search(self, input: schemas.SearchInput | None = None, /) -> schemas.StacSearchOutput: ...

    @overload
    async def search(self, /, **fields: Unpack[schemas.SearchInput]) -> schemas.StacSearchOutput: ...

    async def search(self, input: Any = None, /, **fields: Any) -> Any:
        """The item search of the STAC API, over all projects that the caller sees. Scope: `items:read`."""
        return await self._invoke("stac.search", input, fields)

    @overload
    def search_each(self, input: schemas.SearchInput | None = None, /) -> AsyncIterator[Any]: ...

    @overload
    def search_each(self, /, **fields: Unpack[schemas.SearchInput]) -> AsyncIterator[Any]: ...

    def search_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `stac.search`, page by page."""
        return self._each("stac.search", input, fields)


class AsyncProvenance:
    """Operations under `provenance`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    async def get(self, input: schemas.LineageGetInput, /) -> schemas.LineageGetOutput: ...

    @overload
    async def get(self, /, **fields: Unpack[schemas.LineageGetInput]) -> schemas.LineageGetOutput: ...

    async def get(self, input: Any = None, /, **fields: Any) -> Any:
        """What an item or an upload came of (`up`), what came of it (`down`), or both. Only what the caller sees. Scope: `provenance:read`."""
        return await self._invoke("provenance.get", input, fields)


class AsyncVisualizationProfile:
    """Operations under `visualization.profile`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    async def create(self, input: schemas.ProfileCreateInput, /) -> schemas.ProfileResponse: ...

    @overload
    async def create(self, /, **fields: Unpack[schemas.ProfileCreateInput]) -> schemas.ProfileResponse: ...

    async def create(self, input: Any = None, /, **fields: Any) -> Any:
        """Create a render profile on an item. Scope: `items:write`."""
        return await self._invoke("visualization.profile.create", input, fields)

    @overload
    async def update(self, input: schemas.ProfileUpdateInput, /) -> schemas.ProfileResponse: ...

    @overload
    async def update(self, /, **fields: Unpack[schemas.ProfileUpdateInput]) -> schemas.ProfileResponse: ...

    async def update(self, input: Any = None, /, **fields: Any) -> Any:
        """Change a render profile. Scope: `items:write`."""
        return await self._invoke("visualization.profile.update", input, fields)

    @overload
    async def delete(self, input: schemas.ProfileRef, /) -> schemas.OkOutput: ...

    @overload
    async def delete(self, /, **fields: Unpack[schemas.ProfileRef]) -> schemas.OkOutput: ...

    async def delete(self, input: Any = None, /, **fields: Any) -> Any:
        """Delete a render profile. Scope: `items:write`."""
        return await self._invoke("visualization.profile.delete", input, fields)

    @overload
    async def set_default(self, input: schemas.ProfileRef, /) -> schemas.ProfileResponse: ...

    @overload
    async def set_default(self, /, **fields: Unpack[schemas.ProfileRef]) -> schemas.ProfileResponse: ...

    async def set_default(self, input: Any = None, /, **fields: Any) -> Any:
        """Make a profile the item's default. Scope: `items:write`."""
        return await self._invoke("visualization.profile.set_default", input, fields)

    @overload
    async def get(self, input: schemas.ProfileGetInput, /) -> schemas.ProfileResponse: ...

    @overload
    async def get(self, /, **fields: Unpack[schemas.ProfileGetInput]) -> schemas.ProfileResponse: ...

    async def get(self, input: Any = None, /, **fields: Any) -> Any:
        """Get one profile. Scope: `items:read`."""
        return await self._invoke("visualization.profile.get", input, fields)


class AsyncVisualizationProfiles:
    """Operations under `visualization.profiles`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    async def list(self, input: schemas.ProfilesListInput, /) -> schemas.VisualizationProfilesListOutput: ...

    @overload
    async def list(self, /, **fields: Unpack[schemas.ProfilesListInput]) -> schemas.VisualizationProfilesListOutput: ...

    async def list(self, input: Any = None, /, **fields: Any) -> Any:
        """List an item's profiles by sort_order, created_at. Scope: `items:read`."""
        return await self._invoke("visualization.profiles.list", input, fields)

    @overload
    def list_each(self, input: schemas.ProfilesListInput, /) -> AsyncIterator[schemas.ProfileResponse]: ...

    @overload
    def list_each(self, /, **fields: Unpack[schemas.ProfilesListInput]) -> AsyncIterator[schemas.ProfileResponse]: ...

    def list_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `visualization.profiles.list`, page by page."""
        return self._each("visualization.profiles.list", input, fields)


class AsyncVisualization:
    """Operations under `visualization`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each
        self.profile = AsyncVisualizationProfile(invoke, each)
        self.profiles = AsyncVisualizationProfiles(invoke, each)

    @overload
    async def list_for(self, input: schemas.VisualizationListInput | None = None, /) -> schemas.VisualizationListOutput: ...

    @overload
    async def list_for(self, /, **fields: Unpack[schemas.VisualizationListInput]) -> schemas.VisualizationListOutput: ...

    async def list_for(self, input: Any = None, /, **fields: Any) -> Any:
        """The ways to draw a file of which the bands are known: composites, indices, heights, single bands. Scope: `tiles:read`."""
        return await self._invoke("visualization.list_for", input, fields)


class AsyncBandFormulas:
    """Operations under `band_formulas`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    async def create(self, input: schemas.BandFormulaCreateInput, /) -> schemas.BandFormulaOutput: ...

    @overload
    async def create(self, /, **fields: Unpack[schemas.BandFormulaCreateInput]) -> schemas.BandFormulaOutput: ...

    async def create(self, input: Any = None, /, **fields: Any) -> Any:
        """Give a calculation over bands a name, for profiles and tiles of all members. Scope: `band_formulas:write`."""
        return await self._invoke("band_formulas.create", input, fields)

    @overload
    async def get(self, input: schemas.BandFormulaGetInput, /) -> schemas.BandFormulaOutput: ...

    @overload
    async def get(self, /, **fields: Unpack[schemas.BandFormulaGetInput]) -> schemas.BandFormulaOutput: ...

    async def get(self, input: Any = None, /, **fields: Any) -> Any:
        """Get a formula of the organization or of the service, by id or name. Scope: `band_formulas:read`."""
        return await self._invoke("band_formulas.get", input, fields)

    @overload
    async def list(self, input: schemas.BandFormulasListInput | None = None, /) -> schemas.BandFormulasListOutput: ...

    @overload
    async def list(self, /, **fields: Unpack[schemas.BandFormulasListInput]) -> schemas.BandFormulasListOutput: ...

    async def list(self, input: Any = None, /, **fields: Any) -> Any:
        """List the organization's formulas by name, then those of the service. Scope: `band_formulas:read`."""
        return await self._invoke("band_formulas.list", input, fields)

    @overload
    async def update(self, input: schemas.BandFormulaUpdateInput, /) -> schemas.BandFormulaOutput: ...

    @overload
    async def update(self, /, **fields: Unpack[schemas.BandFormulaUpdateInput]) -> schemas.BandFormulaOutput: ...

    async def update(self, input: Any = None, /, **fields: Any) -> Any:
        """Change a formula of the organization; profiles that used it keep what they were given. Scope: `band_formulas:write`."""
        return await self._invoke("band_formulas.update", input, fields)

    @overload
    async def delete(self, input: schemas.BandFormulaDeleteInput, /) -> schemas.BandFormulaDeleteOutput: ...

    @overload
    async def delete(self, /, **fields: Unpack[schemas.BandFormulaDeleteInput]) -> schemas.BandFormulaDeleteOutput: ...

    async def delete(self, input: Any = None, /, **fields: Any) -> Any:
        """Delete a formula of the organization; profiles that used it keep what they were given. Scope: `band_formulas:write`."""
        return await self._invoke("band_formulas.delete", input, fields)


class AsyncCogTile:
    """Operations under `cog.tile`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    async def render(self, input: schemas.CogTileInput, /) -> BinaryAnswer: ...

    @overload
    async def render(self, /, **fields: Unpack[schemas.CogTileInput]) -> BinaryAnswer: ...

    async def render(self, input: Any = None, /, **fields: Any) -> Any:
        """Render one XYZ tile of a file of this service by its address, in bands, a calculation or an area. Scope: `tiles:read`."""
        return await self._invoke("cog.tile.render", input, fields)

    @overload
    async def terrain(self, input: schemas.CogTerrainInput, /) -> BinaryAnswer: ...

    @overload
    async def terrain(self, /, **fields: Unpack[schemas.CogTerrainInput]) -> BinaryAnswer: ...

    async def terrain(self, input: Any = None, /, **fields: Any) -> Any:
        """Heights of a file's first band as a Mapbox Terrain-RGB tile (PNG), for raster-dem sources. Scope: `tiles:read`."""
        return await self._invoke("cog.tile.terrain", input, fields)


class AsyncCog:
    """Operations under `cog`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each
        self.tile = AsyncCogTile(invoke, each)

    async def colormaps(self, input: schemas.CogEmptyInput | None = None, /) -> schemas.CogColormapsOutput:
        """The colour maps: any name of these, in any case, and reversed with _r. Scope: `tiles:read`."""
        return await self._invoke("cog.colormaps", input, {})

    async def formulas(self, input: schemas.CogEmptyInput | None = None, /) -> schemas.CogFormulasOutput:
        """The formulas of the service: vegetation, water, fire, snow, soil and building indices. Scope: `tiles:read`."""
        return await self._invoke("cog.formulas", input, {})

    @overload
    async def thumbnail(self, input: schemas.CogThumbnailInput, /) -> BinaryAnswer: ...

    @overload
    async def thumbnail(self, /, **fields: Unpack[schemas.CogThumbnailInput]) -> BinaryAnswer: ...

    async def thumbnail(self, input: Any = None, /, **fields: Any) -> Any:
        """A picture of a whole file, at most as large as requested. Scope: `tiles:read`."""
        return await self._invoke("cog.thumbnail", input, fields)

    @overload
    async def statistics(self, input: schemas.CogStatsInput, /) -> schemas.CogStatisticsOutput: ...

    @overload
    async def statistics(self, /, **fields: Unpack[schemas.CogStatsInput]) -> schemas.CogStatisticsOutput: ...

    async def statistics(self, input: Any = None, /, **fields: Any) -> Any:
        """Statistics of each band of a file, or of a calculation, within a GeoJSON polygon. Scope: `tiles:read`."""
        return await self._invoke("cog.statistics", input, fields)


class AsyncUploads:
    """Operations under `uploads`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    async def initiate(self, input: schemas.UploadInitiate, /) -> schemas.UploadOutput: ...

    @overload
    async def initiate(self, /, **fields: Unpack[schemas.UploadInitiate]) -> schemas.UploadOutput: ...

    async def initiate(self, input: Any = None, /, **fields: Any) -> Any:
        """Open an upload session. Scope: `uploads:write`."""
        return await self._invoke("uploads.initiate", input, fields)

    @overload
    async def signed_url(self, input: schemas.SignedUrlInput, /) -> schemas.SignedUrlOutput: ...

    @overload
    async def signed_url(self, /, **fields: Unpack[schemas.SignedUrlInput]) -> schemas.SignedUrlOutput: ...

    async def signed_url(self, input: Any = None, /, **fields: Any) -> Any:
        """Mint a signed PUT URL for one file of the session. Scope: `uploads:write`."""
        return await self._invoke("uploads.signed_url", input, fields)

    @overload
    async def part_urls(self, input: schemas.PartUrlsInput, /) -> schemas.PartUrlsOutput: ...

    @overload
    async def part_urls(self, /, **fields: Unpack[schemas.PartUrlsInput]) -> schemas.PartUrlsOutput: ...

    async def part_urls(self, input: Any = None, /, **fields: Any) -> Any:
        """Addresses for the parts of a file that have not arrived: PUT each, and call again until none is left. An interrupted upload goes on in the same way, hours later. Scope: `uploads:write`."""
        return await self._invoke("uploads.part_urls", input, fields)

    @overload
    async def get(self, input: schemas.UploadGetInput, /) -> schemas.UploadWithFiles: ...

    @overload
    async def get(self, /, **fields: Unpack[schemas.UploadGetInput]) -> schemas.UploadWithFiles: ...

    async def get(self, input: Any = None, /, **fields: Any) -> Any:
        """An upload, and what has arrived of its files. Scope: `uploads:read`."""
        return await self._invoke("uploads.get", input, fields)

    @overload
    async def list(self, input: schemas.UploadsListInput | None = None, /) -> schemas.UploadsListOutput: ...

    @overload
    async def list(self, /, **fields: Unpack[schemas.UploadsListInput]) -> schemas.UploadsListOutput: ...

    async def list(self, input: Any = None, /, **fields: Any) -> Any:
        """Uploads of a project, or of all projects that the caller sees, newest first. Scope: `uploads:read`."""
        return await self._invoke("uploads.list", input, fields)

    @overload
    def list_each(self, input: schemas.UploadsListInput | None = None, /) -> AsyncIterator[schemas.UploadOutput]: ...

    @overload
    def list_each(self, /, **fields: Unpack[schemas.UploadsListInput]) -> AsyncIterator[schemas.UploadOutput]: ...

    def list_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `uploads.list`, page by page."""
        return self._each("uploads.list", input, fields)

    @overload
    async def progress(self, input: schemas.UploadProgressInput, /) -> schemas.UploadOutput: ...

    @overload
    async def progress(self, /, **fields: Unpack[schemas.UploadProgressInput]) -> schemas.UploadOutput: ...

    async def progress(self, input: Any = None, /, **fields: Any) -> Any:
        """Report progress, or learn how far a completed upload is prepared. Scope: `uploads:write`."""
        return await self._invoke("uploads.progress", input, fields)

    @overload
    async def complete(self, input: schemas.UploadsCompleteInput | None = None, /) -> schemas.UploadsCompleteOutput: ...

    @overload
    async def complete(self, /, **fields: Unpack[schemas.UploadsCompleteInput]) -> schemas.UploadsCompleteOutput: ...

    async def complete(self, input: Any = None, /, **fields: Any) -> Any:
        """Finish the session; the file becomes an item asset. Scope: `uploads:write`."""
        return await self._invoke("uploads.complete", input, fields)

    @overload
    async def fail(self, input: schemas.UploadFailInput, /) -> schemas.UploadOutput: ...

    @overload
    async def fail(self, /, **fields: Unpack[schemas.UploadFailInput]) -> schemas.UploadOutput: ...

    async def fail(self, input: Any = None, /, **fields: Any) -> Any:
        """Mark the session failed. Scope: `uploads:write`."""
        return await self._invoke("uploads.fail", input, fields)


class AsyncUsage:
    """Operations under `usage`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    async def current(self, input: schemas.UsageCurrentInput, /) -> schemas.UsageCurrentOutput: ...

    @overload
    async def current(self, /, **fields: Unpack[schemas.UsageCurrentInput]) -> schemas.UsageCurrentOutput: ...

    async def current(self, input: Any = None, /, **fields: Any) -> Any:
        """Usage of the current billing period. Scope: `usage:read`."""
        return await self._invoke("usage.current", input, fields)

    @overload
    async def history(self, input: schemas.UsageHistoryInput, /) -> schemas.UsageHistoryOutput: ...

    @overload
    async def history(self, /, **fields: Unpack[schemas.UsageHistoryInput]) -> schemas.UsageHistoryOutput: ...

    async def history(self, input: Any = None, /, **fields: Any) -> Any:
        """Usage of the past N months. Scope: `usage:read`."""
        return await self._invoke("usage.history", input, fields)

    @overload
    async def query(self, input: schemas.UsageQueryInput, /) -> schemas.UsageQueryOutput: ...

    @overload
    async def query(self, /, **fields: Unpack[schemas.UsageQueryInput]) -> schemas.UsageQueryOutput: ...

    async def query(self, input: Any = None, /, **fields: Any) -> Any:
        """Usage and what it costs so far, by hour, day or month, and by link, target, project or tag. Scope: `usage:read`."""
        return await self._invoke("usage.query", input, fields)

    @overload
    def query_each(self, input: schemas.UsageQueryInput, /) -> AsyncIterator[dict[str, Any]]: ...

    @overload
    def query_each(self, /, **fields: Unpack[schemas.UsageQueryInput]) -> AsyncIterator[dict[str, Any]]: ...

    def query_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `usage.query`, page by page."""
        return self._each("usage.query", input, fields)

    @overload
    async def recalculate_storage(self, input: schemas.RecalculateInput, /) -> schemas.UsageRecalculateStorageOutput: ...

    @overload
    async def recalculate_storage(self, /, **fields: Unpack[schemas.RecalculateInput]) -> schemas.UsageRecalculateStorageOutput: ...

    async def recalculate_storage(self, input: Any = None, /, **fields: Any) -> Any:
        """Sum the bytes of an organization's files, and compare each with what lies in the store. Scope: `usage:write`."""
        return await self._invoke("usage.recalculate_storage", input, fields)


class AsyncAudit:
    """Operations under `audit`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    async def list(self, input: schemas.AuditListInput | None = None, /) -> schemas.AuditListOutput: ...

    @overload
    async def list(self, /, **fields: Unpack[schemas.AuditListInput]) -> schemas.AuditListOutput: ...

    async def list(self, input: Any = None, /, **fields: Any) -> Any:
        """The audit log, newest entry first: every call except reads, and every refused opening of a link, with caller, time and address. Scope: `audit:read`."""
        return await self._invoke("audit.list", input, fields)

    @overload
    def list_each(self, input: schemas.AuditListInput | None = None, /) -> AsyncIterator[dict[str, Any]]: ...

    @overload
    def list_each(self, /, **fields: Unpack[schemas.AuditListInput]) -> AsyncIterator[dict[str, Any]]: ...

    def list_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `audit.list`, page by page."""
        return self._each("audit.list", input, fields)


class AsyncSecurityLog:
    """Operations under `security_log`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    async def list(self, input: schemas.SecurityLogInput | None = None, /) -> schemas.SecurityLogOutput: ...

    @overload
    async def list(self, /, **fields: Unpack[schemas.SecurityLogInput]) -> schemas.SecurityLogOutput: ...

    async def list(self, input: Any = None, /, **fields: Any) -> Any:
        """The security log, newest first: log-ins, tokens, devices, keys and people. Equal events of a minute are one row. Scope: `audit:read`."""
        return await self._invoke("security_log.list", input, fields)

    @overload
    def list_each(self, input: schemas.SecurityLogInput | None = None, /) -> AsyncIterator[dict[str, Any]]: ...

    @overload
    def list_each(self, /, **fields: Unpack[schemas.SecurityLogInput]) -> AsyncIterator[dict[str, Any]]: ...

    def list_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `security_log.list`, page by page."""
        return self._each("security_log.list", input, fields)


class AsyncUsers:
    """Operations under `users`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    async def list(self, input: schemas.UsersListInput | None = None, /) -> schemas.UsersListOutput:
        """The people of your organization, for administrators. Scope: `people:read`."""
        return await self._invoke("users.list", input, {})

    @overload
    async def disable(self, input: schemas.UserDisableInput, /) -> schemas.UserOutput: ...

    @overload
    async def disable(self, /, **fields: Unpack[schemas.UserDisableInput]) -> schemas.UserOutput: ...

    async def disable(self, input: Any = None, /, **fields: Any) -> Any:
        """Disable a person: they cannot sign in, and their sessions and keys stop working. Scope: `people:write`."""
        return await self._invoke("users.disable", input, fields)

    @overload
    async def enable(self, input: schemas.UserEnableInput, /) -> schemas.UserOutput: ...

    @overload
    async def enable(self, /, **fields: Unpack[schemas.UserEnableInput]) -> schemas.UserOutput: ...

    async def enable(self, input: Any = None, /, **fields: Any) -> Any:
        """Enable a disabled person; ended sessions stay ended. Scope: `people:write`."""
        return await self._invoke("users.enable", input, fields)

    @overload
    async def change_password(self, input: schemas.ChangePasswordInput, /) -> schemas.ChangePasswordOutput: ...

    @overload
    async def change_password(self, /, **fields: Unpack[schemas.ChangePasswordInput]) -> schemas.ChangePasswordOutput: ...

    async def change_password(self, input: Any = None, /, **fields: Any) -> Any:
        """Replace your own password; ends all your sessions, this one included. Scope: `people:write`."""
        return await self._invoke("users.change_password", input, fields)


class AsyncSessions:
    """Operations under `sessions`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    async def list(self, input: schemas.SessionsListInput | None = None, /) -> schemas.SessionsListOutput: ...

    @overload
    async def list(self, /, **fields: Unpack[schemas.SessionsListInput]) -> schemas.SessionsListOutput: ...

    async def list(self, input: Any = None, /, **fields: Any) -> Any:
        """Your log-ins that have not ended; administrators see those of all people of the organization. Scope: `people:read`."""
        return await self._invoke("sessions.list", input, fields)

    @overload
    async def revoke(self, input: schemas.SessionRevokeInput, /) -> schemas.SessionRevokeOutput: ...

    @overload
    async def revoke(self, /, **fields: Unpack[schemas.SessionRevokeInput]) -> schemas.SessionRevokeOutput: ...

    async def revoke(self, input: Any = None, /, **fields: Any) -> Any:
        """End a log-in with all its tokens: your own, or any of the organization for administrators. Scope: `people:write`."""
        return await self._invoke("sessions.revoke", input, fields)


class AsyncBillingRates:
    """Operations under `billing.rates`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    async def set(self, input: schemas.BillingRatesSet, /) -> schemas.SetRateCard: ...

    @overload
    async def set(self, /, **fields: Unpack[schemas.BillingRatesSet]) -> schemas.SetRateCard: ...

    async def set(self, input: Any = None, /, **fields: Any) -> Any:
        """Set the prices of an organization or a plan from a month on. Prices for tiles that were already delivered at others need a reason, which the customer sees. Scope: `billing:write`."""
        return await self._invoke("billing.rates.set", input, fields)

    @overload
    async def list(self, input: schemas.BillingRatesList, /) -> schemas.BillingRatesListOutput: ...

    @overload
    async def list(self, /, **fields: Unpack[schemas.BillingRatesList]) -> schemas.BillingRatesListOutput: ...

    async def list(self, input: Any = None, /, **fields: Any) -> Any:
        """List the rate cards that can price an organization; the operator may ask for all. Scope: `billing:read`."""
        return await self._invoke("billing.rates.list", input, fields)

    @overload
    async def simulate(self, input: schemas.BillingRatesSimulate, /) -> schemas.BillingSimulation: ...

    @overload
    async def simulate(self, /, **fields: Unpack[schemas.BillingRatesSimulate]) -> schemas.BillingSimulation: ...

    async def simulate(self, input: Any = None, /, **fields: Any) -> Any:
        """What a month would cost an organization with other prices: an open month by its statement, a closed one by the lines that billing.adjustments.rerate would book. Changes nothing. Scope: `billing:read`."""
        return await self._invoke("billing.rates.simulate", input, fields)

    @overload
    async def end(self, input: schemas.BillingRatesEnd, /) -> schemas.SetRateCard: ...

    @overload
    async def end(self, /, **fields: Unpack[schemas.BillingRatesEnd]) -> schemas.SetRateCard: ...

    async def end(self, input: Any = None, /, **fields: Any) -> Any:
        """End an organization's own prices: from a month on its plan's hold again. Scope: `billing:write`."""
        return await self._invoke("billing.rates.end", input, fields)


class AsyncBillingPlans:
    """Operations under `billing.plans`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    async def assign(self, input: schemas.BillingPlansAssign, /) -> schemas.BillingPlansAssignOutput: ...

    @overload
    async def assign(self, /, **fields: Unpack[schemas.BillingPlansAssign]) -> schemas.BillingPlansAssignOutput: ...

    async def assign(self, input: Any = None, /, **fields: Any) -> Any:
        """Put an organization on a plan, for all months that are not closed. Scope: `billing:write`."""
        return await self._invoke("billing.plans.assign", input, fields)

    async def list(self, input: schemas.Empty | None = None, /) -> schemas.BillingPlansListOutput:
        """Plans with their prices: those that can price the caller's organization, all for the operator. Scope: `billing:read`."""
        return await self._invoke("billing.plans.list", input, {})


class AsyncBillingStatements:
    """Operations under `billing.statements`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    async def get(self, input: schemas.BillingStatementsGet, /) -> schemas.BillingStatementsGetOutput: ...

    @overload
    async def get(self, /, **fields: Unpack[schemas.BillingStatementsGet]) -> schemas.BillingStatementsGetOutput: ...

    async def get(self, input: Any = None, /, **fields: Any) -> Any:
        """The statement of a month: closed, or as closing the month now would make it. Scope: `billing:read`."""
        return await self._invoke("billing.statements.get", input, fields)

    @overload
    def get_each(self, input: schemas.BillingStatementsGet, /) -> AsyncIterator[dict[str, Any]]: ...

    @overload
    def get_each(self, /, **fields: Unpack[schemas.BillingStatementsGet]) -> AsyncIterator[dict[str, Any]]: ...

    def get_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `billing.statements.get`, page by page."""
        return self._each("billing.statements.get", input, fields)

    @overload
    async def list(self, input: schemas.BillingStatementsList, /) -> schemas.BillingStatementsListOutput: ...

    @overload
    async def list(self, /, **fields: Unpack[schemas.BillingStatementsList]) -> schemas.BillingStatementsListOutput: ...

    async def list(self, input: Any = None, /, **fields: Any) -> Any:
        """List closed statements, the latest month first; organization_id may be "all" for the operator. Scope: `billing:read`."""
        return await self._invoke("billing.statements.list", input, fields)

    @overload
    def list_each(self, input: schemas.BillingStatementsList, /) -> AsyncIterator[dict[str, Any]]: ...

    @overload
    def list_each(self, /, **fields: Unpack[schemas.BillingStatementsList]) -> AsyncIterator[dict[str, Any]]: ...

    def list_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `billing.statements.list`, page by page."""
        return self._each("billing.statements.list", input, fields)

    @overload
    async def document(self, input: schemas.BillingStatementsDocument, /) -> BinaryAnswer: ...

    @overload
    async def document(self, /, **fields: Unpack[schemas.BillingStatementsDocument]) -> BinaryAnswer: ...

    async def document(self, input: Any = None, /, **fields: Any) -> Any:
        """An issued statement as a document: a page (html), a PDF file, or Peppol BIS Billing 3.0 (ubl). The same bytes every time. Scope: `billing:read`."""
        return await self._invoke("billing.statements.document", input, fields)


class AsyncBillingPeriods:
    """Operations under `billing.periods`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    async def preview(self, input: schemas.BillingPeriodsPreview, /) -> schemas.BillingPeriodPreview: ...

    @overload
    async def preview(self, /, **fields: Unpack[schemas.BillingPeriodsPreview]) -> schemas.BillingPeriodPreview: ...

    async def preview(self, input: Any = None, /, **fields: Any) -> Any:
        """What closing a month now would write, and what a person should look at first: faults, tiles without a price, large changes, credits beyond charges, incomplete e-invoices. Changes nothing. Scope: `billing:read`."""
        return await self._invoke("billing.periods.preview", input, fields)

    @overload
    def preview_each(self, input: schemas.BillingPeriodsPreview, /) -> AsyncIterator[dict[str, Any]]: ...

    @overload
    def preview_each(self, /, **fields: Unpack[schemas.BillingPeriodsPreview]) -> AsyncIterator[dict[str, Any]]: ...

    def preview_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `billing.periods.preview`, page by page."""
        return self._each("billing.periods.preview", input, fields)

    @overload
    async def close(self, input: schemas.BillingPeriodsClose, /) -> schemas.BillingPeriod: ...

    @overload
    async def close(self, /, **fields: Unpack[schemas.BillingPeriodsClose]) -> schemas.BillingPeriod: ...

    async def close(self, input: Any = None, /, **fields: Any) -> Any:
        """Close a month that is over, for good: its statements become final. Repeating it answers the same. Scope: `billing:write`."""
        return await self._invoke("billing.periods.close", input, fields)

    async def list(self, input: schemas.BillingPeriodsList | None = None, /) -> schemas.BillingPeriodsListOutput:
        """List the months that are closed. Scope: `billing:read`."""
        return await self._invoke("billing.periods.list", input, {})

    @overload
    async def draft(self, input: schemas.BillingPeriodsDraft, /) -> schemas.BillingPeriod: ...

    @overload
    async def draft(self, /, **fields: Unpack[schemas.BillingPeriodsDraft]) -> schemas.BillingPeriod: ...

    async def draft(self, input: Any = None, /, **fields: Any) -> Any:
        """Make a month that is over a draft: no usage is booked in it any more, its statements can be looked at and corrected until billing.periods.close issues them. Scope: `billing:write`."""
        return await self._invoke("billing.periods.draft", input, fields)

    @overload
    async def approve(self, input: schemas.BillingPeriodsApprove, /) -> schemas.BillingPeriod: ...

    @overload
    async def approve(self, /, **fields: Unpack[schemas.BillingPeriodsApprove]) -> schemas.BillingPeriod: ...

    async def approve(self, input: Any = None, /, **fields: Any) -> Any:
        """Approve the draft of a month that another person made. A correction in the draft takes the approval back. Scope: `billing:write`."""
        return await self._invoke("billing.periods.approve", input, fields)


class AsyncBillingSettings:
    """Operations under `billing.settings`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    async def get(self, input: schemas.BillingSettingsGet | None = None, /) -> schemas.BillingSettings:
        """How months become final (the days that they are a draft, whether a second person approves them), the accounts of journals, and what documents say of their issuer. Scope: `billing:read`."""
        return await self._invoke("billing.settings.get", input, {})

    @overload
    async def update(self, input: schemas.BillingSettingsUpdate | None = None, /) -> schemas.BillingSettings: ...

    @overload
    async def update(self, /, **fields: Unpack[schemas.BillingSettingsUpdate]) -> schemas.BillingSettings: ...

    async def update(self, input: Any = None, /, **fields: Any) -> Any:
        """Change how months become final, for months that become drafts from then on; the accounts of journals; and what documents say of their issuer. Scope: `billing:write`."""
        return await self._invoke("billing.settings.update", input, fields)


class AsyncBillingBooks:
    """Operations under `billing.books`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    async def list(self, input: schemas.BillingBooksList | None = None, /) -> schemas.BillingBooksListOutput: ...

    @overload
    async def list(self, /, **fields: Unpack[schemas.BillingBooksList]) -> schemas.BillingBooksListOutput: ...

    async def list(self, input: Any = None, /, **fields: Any) -> Any:
        """The chain of closed months: each entry holds the SHA-256 of what its month was closed with and of the entry before. Anyone can check it: docs/billing-proof.md. Scope: `billing:read`."""
        return await self._invoke("billing.books.list", input, fields)

    @overload
    def list_each(self, input: schemas.BillingBooksList | None = None, /) -> AsyncIterator[dict[str, Any]]: ...

    @overload
    def list_each(self, /, **fields: Unpack[schemas.BillingBooksList]) -> AsyncIterator[dict[str, Any]]: ...

    def list_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `billing.books.list`, page by page."""
        return self._each("billing.books.list", input, fields)

    @overload
    async def statements(self, input: schemas.BillingBooksStatements, /) -> schemas.BillingBooksStatementsOutput: ...

    @overload
    async def statements(self, /, **fields: Unpack[schemas.BillingBooksStatements]) -> schemas.BillingBooksStatementsOutput: ...

    async def statements(self, input: Any = None, /, **fields: Any) -> Any:
        """The SHA-256 of the lines of each statement of a closed month, as the ndjson export writes them; organization_id may be "all" for the operator. Scope: `billing:read`."""
        return await self._invoke("billing.books.statements", input, fields)


class AsyncBillingCredits:
    """Operations under `billing.credits`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    async def create(self, input: schemas.BillingCreditsCreate, /) -> schemas.CreditNote: ...

    @overload
    async def create(self, /, **fields: Unpack[schemas.BillingCreditsCreate]) -> schemas.CreditNote: ...

    async def create(self, input: Any = None, /, **fields: Any) -> Any:
        """Give money back: a credit note about a month, shown on the statement of the open month. Scope: `billing:write`."""
        return await self._invoke("billing.credits.create", input, fields)

    async def balance(self, input: schemas.Empty | None = None, /) -> schemas.BillingCreditsBalanceOutput:
        """What the next statements give back: notes that are on none yet, by currency. Scope: `billing:read`."""
        return await self._invoke("billing.credits.balance", input, {})

    @overload
    async def transactions(self, input: schemas.TransactionsInput | None = None, /) -> schemas.BillingCreditsTransactionsOutput: ...

    @overload
    async def transactions(self, /, **fields: Unpack[schemas.TransactionsInput]) -> schemas.BillingCreditsTransactionsOutput: ...

    async def transactions(self, input: Any = None, /, **fields: Any) -> Any:
        """The organization's credit and debit notes, the latest first, with all or a part of their reason. Scope: `billing:read`."""
        return await self._invoke("billing.credits.transactions", input, fields)

    @overload
    def transactions_each(self, input: schemas.TransactionsInput | None = None, /) -> AsyncIterator[schemas.BillingAdjustment]: ...

    @overload
    def transactions_each(self, /, **fields: Unpack[schemas.TransactionsInput]) -> AsyncIterator[schemas.BillingAdjustment]: ...

    def transactions_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `billing.credits.transactions`, page by page."""
        return self._each("billing.credits.transactions", input, fields)


class AsyncBillingStatus:
    """Operations under `billing.status`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    async def get(self, input: schemas.OrgStatusInput, /) -> schemas.BillingStatusGetOutput: ...

    @overload
    async def get(self, /, **fields: Unpack[schemas.OrgStatusInput]) -> schemas.BillingStatusGetOutput: ...

    async def get(self, input: Any = None, /, **fields: Any) -> Any:
        """Where an organization's billing stands: plan, prices, the month so far, the last statements. Scope: `billing:read`."""
        return await self._invoke("billing.status.get", input, fields)


class AsyncBillingInvoices:
    """Operations under `billing.invoices`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    async def list(self, input: schemas.InvoicesInput | None = None, /) -> schemas.BillingInvoicesListOutput: ...

    @overload
    async def list(self, /, **fields: Unpack[schemas.InvoicesInput]) -> schemas.BillingInvoicesListOutput: ...

    async def list(self, input: Any = None, /, **fields: Any) -> Any:
        """The organization's statements as documents, the latest first; billing.statements.document prints them. Scope: `billing:read`."""
        return await self._invoke("billing.invoices.list", input, fields)

    @overload
    def list_each(self, input: schemas.InvoicesInput | None = None, /) -> AsyncIterator[dict[str, Any]]: ...

    @overload
    def list_each(self, /, **fields: Unpack[schemas.InvoicesInput]) -> AsyncIterator[dict[str, Any]]: ...

    def list_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `billing.invoices.list`, page by page."""
        return self._each("billing.invoices.list", input, fields)


class AsyncBillingReconciliation:
    """Operations under `billing.reconciliation`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    async def run(self, input: schemas.RunInput, /) -> schemas.BillingReconciliationRunOutput: ...

    @overload
    async def run(self, /, **fields: Unpack[schemas.RunInput]) -> schemas.BillingReconciliationRunOutput: ...

    async def run(self, input: Any = None, /, **fields: Any) -> Any:
        """Compare an organization's usage of open months in events, hours, days and months, and keep the result. Scope: `admin:write`."""
        return await self._invoke("billing.reconciliation.run", input, fields)

    @overload
    async def run_all(self, input: schemas.RunAllInput | None = None, /) -> schemas.BillingReconciliationRunAllOutput: ...

    @overload
    async def run_all(self, /, **fields: Unpack[schemas.RunAllInput]) -> schemas.BillingReconciliationRunAllOutput: ...

    async def run_all(self, input: Any = None, /, **fields: Any) -> Any:
        """Compare the usage of open months of every organization that has any, and keep the results. Scope: `admin:write`."""
        return await self._invoke("billing.reconciliation.run_all", input, fields)

    @overload
    async def list_runs(self, input: schemas.RunsInput | None = None, /) -> schemas.BillingReconciliationListRunsOutput: ...

    @overload
    async def list_runs(self, /, **fields: Unpack[schemas.RunsInput]) -> schemas.BillingReconciliationListRunsOutput: ...

    async def list_runs(self, input: Any = None, /, **fields: Any) -> Any:
        """Comparisons of usage that were kept, the latest first; each for 90 days. Scope: `admin:read`."""
        return await self._invoke("billing.reconciliation.list_runs", input, fields)

    @overload
    async def detect_drift(self, input: schemas.DriftInput, /) -> schemas.BillingReconciliationDetectDriftOutput: ...

    @overload
    async def detect_drift(self, /, **fields: Unpack[schemas.DriftInput]) -> schemas.BillingReconciliationDetectDriftOutput: ...

    async def detect_drift(self, input: Any = None, /, **fields: Any) -> Any:
        """Compare an organization's usage of open months, name the days that differ, and keep nothing. Scope: `admin:read`."""
        return await self._invoke("billing.reconciliation.detect_drift", input, fields)


class AsyncBillingAdjustments:
    """Operations under `billing.adjustments`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    async def create(self, input: schemas.BillingAdjustmentsCreate, /) -> schemas.BillingAdjustment: ...

    @overload
    async def create(self, /, **fields: Unpack[schemas.BillingAdjustmentsCreate]) -> schemas.BillingAdjustment: ...

    async def create(self, input: Any = None, /, **fields: Any) -> Any:
        """Charge or give back an amount: a numbered debit note (above 0) or credit note (below 0) about a month, shown on the statement of the open month. Scope: `billing:write`."""
        return await self._invoke("billing.adjustments.create", input, fields)

    @overload
    async def list(self, input: schemas.BillingAdjustmentsList, /) -> schemas.BillingAdjustmentsListOutput: ...

    @overload
    async def list(self, /, **fields: Unpack[schemas.BillingAdjustmentsList]) -> schemas.BillingAdjustmentsListOutput: ...

    async def list(self, input: Any = None, /, **fields: Any) -> Any:
        """List credit and debit notes, the latest first; organization_id may be "all" for the operator. Scope: `billing:read`."""
        return await self._invoke("billing.adjustments.list", input, fields)

    @overload
    def list_each(self, input: schemas.BillingAdjustmentsList, /) -> AsyncIterator[schemas.BillingAdjustment]: ...

    @overload
    def list_each(self, /, **fields: Unpack[schemas.BillingAdjustmentsList]) -> AsyncIterator[schemas.BillingAdjustment]: ...

    def list_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `billing.adjustments.list`, page by page."""
        return self._each("billing.adjustments.list", input, fields)

    @overload
    async def void(self, input: schemas.BillingAdjustmentsVoid, /) -> schemas.BillingAdjustment: ...

    @overload
    async def void(self, /, **fields: Unpack[schemas.BillingAdjustmentsVoid]) -> schemas.BillingAdjustment: ...

    async def void(self, input: Any = None, /, **fields: Any) -> Any:
        """Undo a credit or debit note by a note of the opposite amount; both stay on their statements. Scope: `billing:write`."""
        return await self._invoke("billing.adjustments.void", input, fields)

    @overload
    async def rerate(self, input: schemas.BillingAdjustmentsRerate, /) -> schemas.BillingAdjustment: ...

    @overload
    async def rerate(self, /, **fields: Unpack[schemas.BillingAdjustmentsRerate]) -> schemas.BillingAdjustment: ...

    async def rerate(self, input: Any = None, /, **fields: Any) -> Any:
        """Price a closed month anew: a credit or debit note with the difference for each link and tier, on the statement of the open month. billing.rates.simulate shows it first. Scope: `billing:write`."""
        return await self._invoke("billing.adjustments.rerate", input, fields)

    @overload
    async def document(self, input: schemas.BillingAdjustmentsDocument, /) -> BinaryAnswer: ...

    @overload
    async def document(self, /, **fields: Unpack[schemas.BillingAdjustmentsDocument]) -> BinaryAnswer: ...

    async def document(self, input: Any = None, /, **fields: Any) -> Any:
        """A credit or debit note as a document, in the formats of billing.statements.document. The statement of its month settles it. Scope: `billing:read`."""
        return await self._invoke("billing.adjustments.document", input, fields)


class AsyncBillingParties:
    """Operations under `billing.parties`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    async def get(self, input: schemas.BillingPartiesGet, /) -> schemas.BillingPartiesGetOutput: ...

    @overload
    async def get(self, /, **fields: Unpack[schemas.BillingPartiesGet]) -> schemas.BillingPartiesGetOutput: ...

    async def get(self, input: Any = None, /, **fields: Any) -> Any:
        """What documents say of a customer: legal name, address, tax ids, references. Its name alone where nothing is set. Scope: `billing:read`."""
        return await self._invoke("billing.parties.get", input, fields)

    @overload
    async def set(self, input: schemas.BillingPartiesSet, /) -> schemas.BillingPartiesSetOutput: ...

    @overload
    async def set(self, /, **fields: Unpack[schemas.BillingPartiesSet]) -> schemas.BillingPartiesSetOutput: ...

    async def set(self, input: Any = None, /, **fields: Any) -> Any:
        """Set what documents that are issued from now on say of a customer. Customers set their own; taxes and payment days are set by the operator. Scope: `billing:write`."""
        return await self._invoke("billing.parties.set", input, fields)


class AsyncBillingAccounts:
    """Operations under `billing.accounts`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    async def list(self, input: schemas.BillingAccountsList | None = None, /) -> schemas.BillingAccounts: ...

    @overload
    async def list(self, /, **fields: Unpack[schemas.BillingAccountsList]) -> schemas.BillingAccounts: ...

    async def list(self, input: Any = None, /, **fields: Any) -> Any:
        """All organizations by name, each with its plan and the end of its account, if one is set. Scope: `billing:read`."""
        return await self._invoke("billing.accounts.list", input, fields)

    @overload
    def list_each(self, input: schemas.BillingAccountsList | None = None, /) -> AsyncIterator[dict[str, Any]]: ...

    @overload
    def list_each(self, /, **fields: Unpack[schemas.BillingAccountsList]) -> AsyncIterator[dict[str, Any]]: ...

    def list_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `billing.accounts.list`, page by page."""
        return self._each("billing.accounts.list", input, fields)

    @overload
    async def end(self, input: schemas.BillingAccountsEnd, /) -> schemas.BillingAccountsEndOutput: ...

    @overload
    async def end(self, /, **fields: Unpack[schemas.BillingAccountsEnd]) -> schemas.BillingAccountsEndOutput: ...

    async def end(self, input: Any = None, /, **fields: Any) -> Any:
        """End an organization's account after a month: later months have no minimum. Tiles, if there are any, are charged as before. Scope: `billing:write`."""
        return await self._invoke("billing.accounts.end", input, fields)


class AsyncBillingExports:
    """Operations under `billing.exports`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    async def create(self, input: schemas.BillingExportsCreate, /) -> schemas.BillingExport: ...

    @overload
    async def create(self, /, **fields: Unpack[schemas.BillingExportsCreate]) -> schemas.BillingExport: ...

    async def create(self, input: Any = None, /, **fields: Any) -> Any:
        """Export a month as files, in the background; organization_id may be "all" for the operator. An open month needs provisional. Scope: `billing:read`."""
        return await self._invoke("billing.exports.create", input, fields)

    @overload
    async def get(self, input: schemas.BillingExportsGet, /) -> schemas.BillingExportsGetOutput: ...

    @overload
    async def get(self, /, **fields: Unpack[schemas.BillingExportsGet]) -> schemas.BillingExportsGetOutput: ...

    async def get(self, input: Any = None, /, **fields: Any) -> Any:
        """How far an export is, and the files that are whole. Scope: `billing:read`."""
        return await self._invoke("billing.exports.get", input, fields)

    @overload
    async def list(self, input: schemas.BillingExportsList | None = None, /) -> schemas.BillingExportsListOutput: ...

    @overload
    async def list(self, /, **fields: Unpack[schemas.BillingExportsList]) -> schemas.BillingExportsListOutput: ...

    async def list(self, input: Any = None, /, **fields: Any) -> Any:
        """List the exports that the organization asked for, the latest first. Scope: `billing:read`."""
        return await self._invoke("billing.exports.list", input, fields)

    @overload
    def list_each(self, input: schemas.BillingExportsList | None = None, /) -> AsyncIterator[schemas.BillingExport]: ...

    @overload
    def list_each(self, /, **fields: Unpack[schemas.BillingExportsList]) -> AsyncIterator[schemas.BillingExport]: ...

    def list_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `billing.exports.list`, page by page."""
        return self._each("billing.exports.list", input, fields)

    @overload
    async def download(self, input: schemas.BillingExportsDownload, /) -> BinaryAnswer: ...

    @overload
    async def download(self, /, **fields: Unpack[schemas.BillingExportsDownload]) -> BinaryAnswer: ...

    async def download(self, input: Any = None, /, **fields: Any) -> Any:
        """A file of a completed export, by the name its manifest gives; without a name the manifest itself. Scope: `billing:read`."""
        return await self._invoke("billing.exports.download", input, fields)


class AsyncBillingDeliveriesRuns:
    """Operations under `billing.deliveries.runs`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    async def list(self, input: schemas.BillingDeliveriesRunsList, /) -> schemas.BillingDeliveriesRunsListOutput: ...

    @overload
    async def list(self, /, **fields: Unpack[schemas.BillingDeliveriesRunsList]) -> schemas.BillingDeliveriesRunsListOutput: ...

    async def list(self, input: Any = None, /, **fields: Any) -> Any:
        """What a delivery brought or could not bring to its bucket, the latest first. Scope: `billing:read`."""
        return await self._invoke("billing.deliveries.runs.list", input, fields)

    @overload
    def list_each(self, input: schemas.BillingDeliveriesRunsList, /) -> AsyncIterator[schemas.BillingDeliveryRun]: ...

    @overload
    def list_each(self, /, **fields: Unpack[schemas.BillingDeliveriesRunsList]) -> AsyncIterator[schemas.BillingDeliveryRun]: ...

    def list_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `billing.deliveries.runs.list`, page by page."""
        return self._each("billing.deliveries.runs.list", input, fields)


class AsyncBillingDeliveries:
    """Operations under `billing.deliveries`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each
        self.runs = AsyncBillingDeliveriesRuns(invoke, each)

    @overload
    async def create(self, input: schemas.BillingDeliveriesCreate, /) -> schemas.BillingDelivery: ...

    @overload
    async def create(self, /, **fields: Unpack[schemas.BillingDeliveriesCreate]) -> schemas.BillingDelivery: ...

    async def create(self, input: Any = None, /, **fields: Any) -> Any:
        """Have an export brought to your bucket every day; organization_id may be "all" for the operator. The secret is never answered. Scope: `billing:write`."""
        return await self._invoke("billing.deliveries.create", input, fields)

    async def list(self, input: schemas.BillingDeliveriesList | None = None, /) -> schemas.BillingDeliveriesListOutput:
        """The deliveries of exports that your organization has, the oldest first. Scope: `billing:read`."""
        return await self._invoke("billing.deliveries.list", input, {})

    @overload
    async def get(self, input: schemas.BillingDeliveriesGet, /) -> schemas.BillingDelivery: ...

    @overload
    async def get(self, /, **fields: Unpack[schemas.BillingDeliveriesGet]) -> schemas.BillingDelivery: ...

    async def get(self, input: Any = None, /, **fields: Any) -> Any:
        """One delivery of exports. Scope: `billing:read`."""
        return await self._invoke("billing.deliveries.get", input, fields)

    @overload
    async def update(self, input: schemas.BillingDeliveriesUpdate, /) -> schemas.BillingDelivery: ...

    @overload
    async def update(self, /, **fields: Unpack[schemas.BillingDeliveriesUpdate]) -> schemas.BillingDelivery: ...

    async def update(self, input: Any = None, /, **fields: Any) -> Any:
        """Change a delivery's name, hour, key or state. For another place or layout make another one. Scope: `billing:write`."""
        return await self._invoke("billing.deliveries.update", input, fields)

    @overload
    async def delete(self, input: schemas.BillingDeliveriesDelete, /) -> schemas.BillingDeliveriesDeleteOutput: ...

    @overload
    async def delete(self, /, **fields: Unpack[schemas.BillingDeliveriesDelete]) -> schemas.BillingDeliveriesDeleteOutput: ...

    async def delete(self, input: Any = None, /, **fields: Any) -> Any:
        """Delete a delivery and the record of its runs. What it wrote to the bucket stays there. Scope: `billing:write`."""
        return await self._invoke("billing.deliveries.delete", input, fields)

    @overload
    async def run(self, input: schemas.BillingDeliveriesRun, /) -> schemas.BillingDeliveryRun: ...

    @overload
    async def run(self, /, **fields: Unpack[schemas.BillingDeliveriesRun]) -> schemas.BillingDeliveryRun: ...

    async def run(self, input: Any = None, /, **fields: Any) -> Any:
        """Bring a month to the bucket now: an open one as it is, a closed one as final, also once more. Scope: `billing:write`."""
        return await self._invoke("billing.deliveries.run", input, fields)

    @overload
    async def test(self, input: schemas.BillingDeliveriesTest, /) -> schemas.BillingDeliveriesTestOutput: ...

    @overload
    async def test(self, /, **fields: Unpack[schemas.BillingDeliveriesTest]) -> schemas.BillingDeliveriesTestOutput: ...

    async def test(self, input: Any = None, /, **fields: Any) -> Any:
        """Write a small object to the bucket of a delivery and delete it again; answers what came of it. Scope: `billing:write`."""
        return await self._invoke("billing.deliveries.test", input, fields)


class AsyncBilling:
    """Operations under `billing`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each
        self.rates = AsyncBillingRates(invoke, each)
        self.plans = AsyncBillingPlans(invoke, each)
        self.statements = AsyncBillingStatements(invoke, each)
        self.periods = AsyncBillingPeriods(invoke, each)
        self.settings = AsyncBillingSettings(invoke, each)
        self.books = AsyncBillingBooks(invoke, each)
        self.credits = AsyncBillingCredits(invoke, each)
        self.status = AsyncBillingStatus(invoke, each)
        self.invoices = AsyncBillingInvoices(invoke, each)
        self.reconciliation = AsyncBillingReconciliation(invoke, each)
        self.adjustments = AsyncBillingAdjustments(invoke, each)
        self.parties = AsyncBillingParties(invoke, each)
        self.accounts = AsyncBillingAccounts(invoke, each)
        self.exports = AsyncBillingExports(invoke, each)
        self.deliveries = AsyncBillingDeliveries(invoke, each)


class AsyncEventSubscriptionsDeliveries:
    """Operations under `event_subscriptions.deliveries`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    async def list(self, input: schemas.ListDeliveriesInput, /) -> schemas.EventSubscriptionsDeliveriesListOutput: ...

    @overload
    async def list(self, /, **fields: Unpack[schemas.ListDeliveriesInput]) -> schemas.EventSubscriptionsDeliveriesListOutput: ...

    async def list(self, input: Any = None, /, **fields: Any) -> Any:
        """What was sent to a subscription's endpoint, the latest first, and what it answered. Scope: `event_subscriptions:read`."""
        return await self._invoke("event_subscriptions.deliveries.list", input, fields)

    @overload
    def list_each(self, input: schemas.ListDeliveriesInput, /) -> AsyncIterator[dict[str, Any]]: ...

    @overload
    def list_each(self, /, **fields: Unpack[schemas.ListDeliveriesInput]) -> AsyncIterator[dict[str, Any]]: ...

    def list_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `event_subscriptions.deliveries.list`, page by page."""
        return self._each("event_subscriptions.deliveries.list", input, fields)

    @overload
    async def replay(self, input: schemas.ReplayDeliveriesInput, /) -> schemas.ReplayDeliveriesOutput: ...

    @overload
    async def replay(self, /, **fields: Unpack[schemas.ReplayDeliveriesInput]) -> schemas.ReplayDeliveriesOutput: ...

    async def replay(self, input: Any = None, /, **fields: Any) -> Any:
        """Send again what has ended: one delivery, or all that failed since a time. The event ids stay. Scope: `event_subscriptions:write`."""
        return await self._invoke("event_subscriptions.deliveries.replay", input, fields)


class AsyncEventSubscriptions:
    """Operations under `event_subscriptions`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each
        self.deliveries = AsyncEventSubscriptionsDeliveries(invoke, each)

    @overload
    async def create(self, input: schemas.CreateSubscriptionInput, /) -> schemas.SubscriptionOutput: ...

    @overload
    async def create(self, /, **fields: Unpack[schemas.CreateSubscriptionInput]) -> schemas.SubscriptionOutput: ...

    async def create(self, input: Any = None, /, **fields: Any) -> Any:
        """Have events of your organization posted to an endpoint. The secret is shown this once. Scope: `event_subscriptions:write`."""
        return await self._invoke("event_subscriptions.create", input, fields)

    @overload
    async def get(self, input: schemas.GetSubscriptionInput, /) -> schemas.EventSubscriptionsGetOutput: ...

    @overload
    async def get(self, /, **fields: Unpack[schemas.GetSubscriptionInput]) -> schemas.EventSubscriptionsGetOutput: ...

    async def get(self, input: Any = None, /, **fields: Any) -> Any:
        """One event subscription. Scope: `event_subscriptions:read`."""
        return await self._invoke("event_subscriptions.get", input, fields)

    @overload
    async def list(self, input: schemas.ListSubscriptionsInput | None = None, /) -> schemas.EventSubscriptionsListOutput: ...

    @overload
    async def list(self, /, **fields: Unpack[schemas.ListSubscriptionsInput]) -> schemas.EventSubscriptionsListOutput: ...

    async def list(self, input: Any = None, /, **fields: Any) -> Any:
        """The event subscriptions of your organization, the latest first. Scope: `event_subscriptions:read`."""
        return await self._invoke("event_subscriptions.list", input, fields)

    @overload
    async def update(self, input: schemas.UpdateSubscriptionInput, /) -> schemas.SubscriptionOutput: ...

    @overload
    async def update(self, /, **fields: Unpack[schemas.UpdateSubscriptionInput]) -> schemas.SubscriptionOutput: ...

    async def update(self, input: Any = None, /, **fields: Any) -> Any:
        """Change an event subscription; `active: true` also takes it back from failure. Scope: `event_subscriptions:write`."""
        return await self._invoke("event_subscriptions.update", input, fields)

    @overload
    async def delete(self, input: schemas.DeleteSubscriptionInput, /) -> schemas.DeleteSubscriptionOutput: ...

    @overload
    async def delete(self, /, **fields: Unpack[schemas.DeleteSubscriptionInput]) -> schemas.DeleteSubscriptionOutput: ...

    async def delete(self, input: Any = None, /, **fields: Any) -> Any:
        """Delete an event subscription with its deliveries. Scope: `event_subscriptions:write`."""
        return await self._invoke("event_subscriptions.delete", input, fields)

    @overload
    async def rotate_secret(self, input: schemas.RotateSubscriptionSecretInput, /) -> schemas.SubscriptionOutput: ...

    @overload
    async def rotate_secret(self, /, **fields: Unpack[schemas.RotateSubscriptionSecretInput]) -> schemas.SubscriptionOutput: ...

    async def rotate_secret(self, input: Any = None, /, **fields: Any) -> Any:
        """Give a subscription a new secret, shown this once; until the former one ends, both sign. Scope: `event_subscriptions:write`."""
        return await self._invoke("event_subscriptions.rotate_secret", input, fields)

    @overload
    async def test(self, input: schemas.TestSubscriptionInput, /) -> schemas.TestSubscriptionOutput: ...

    @overload
    async def test(self, /, **fields: Unpack[schemas.TestSubscriptionInput]) -> schemas.TestSubscriptionOutput: ...

    async def test(self, input: Any = None, /, **fields: Any) -> Any:
        """Send a test event to a subscription's endpoint, and answer what came of the first attempt. Scope: `event_subscriptions:write`."""
        return await self._invoke("event_subscriptions.test", input, fields)


class AsyncEvents:
    """Operations under `events`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    async def list(self, input: schemas.ListEventsInput | None = None, /) -> schemas.EventsListOutput: ...

    @overload
    async def list(self, /, **fields: Unpack[schemas.ListEventsInput]) -> schemas.EventsListOutput: ...

    async def list(self, input: Any = None, /, **fields: Any) -> Any:
        """Events of your organization in their order, for programs that poll; kept for 90 days. Scope: `event_subscriptions:read`."""
        return await self._invoke("events.list", input, fields)

    @overload
    def list_each(self, input: schemas.ListEventsInput | None = None, /) -> AsyncIterator[dict[str, Any]]: ...

    @overload
    def list_each(self, /, **fields: Unpack[schemas.ListEventsInput]) -> AsyncIterator[dict[str, Any]]: ...

    def list_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `events.list`, page by page."""
        return self._each("events.list", input, fields)


class AsyncBudgets:
    """Operations under `budgets`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    async def create(self, input: schemas.BudgetCreate, /) -> schemas.Budget: ...

    @overload
    async def create(self, /, **fields: Unpack[schemas.BudgetCreate]) -> schemas.Budget: ...

    async def create(self, input: Any = None, /, **fields: Any) -> Any:
        """Have events published when a month's usage comes to shares of an amount, or is forecast to exceed it. Scope: `billing:write`."""
        return await self._invoke("budgets.create", input, fields)

    async def list(self, input: schemas.BudgetsList | None = None, /) -> schemas.BudgetsListOutput:
        """The budgets of your organization, and what they have come to this month. Scope: `billing:read`."""
        return await self._invoke("budgets.list", input, {})

    @overload
    async def update(self, input: schemas.BudgetUpdate, /) -> schemas.Budget: ...

    @overload
    async def update(self, /, **fields: Unpack[schemas.BudgetUpdate]) -> schemas.Budget: ...

    async def update(self, input: Any = None, /, **fields: Any) -> Any:
        """Change a budget. What was published this month is not published again. Scope: `billing:write`."""
        return await self._invoke("budgets.update", input, fields)

    @overload
    async def delete(self, input: schemas.BudgetDelete, /) -> schemas.ShareLinkRevokeOutput: ...

    @overload
    async def delete(self, /, **fields: Unpack[schemas.BudgetDelete]) -> schemas.ShareLinkRevokeOutput: ...

    async def delete(self, input: Any = None, /, **fields: Any) -> Any:
        """Delete a budget. Scope: `billing:write`."""
        return await self._invoke("budgets.delete", input, fields)


class AsyncTilesWarm:
    """Operations under `tiles.warm`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each

    @overload
    async def estimate(self, input: schemas.TilesWarmEstimate, /) -> schemas.TilesWarmEstimateOutput: ...

    @overload
    async def estimate(self, /, **fields: Unpack[schemas.TilesWarmEstimate]) -> schemas.TilesWarmEstimateOutput: ...

    async def estimate(self, input: Any = None, /, **fields: Any) -> Any:
        """How many tiles a warm-up would draw, and what they take of the store; nothing is drawn. Scope: `items:read`."""
        return await self._invoke("tiles.warm.estimate", input, fields)

    @overload
    async def start(self, input: schemas.TilesWarmStart, /) -> schemas.WarmUp: ...

    @overload
    async def start(self, /, **fields: Unpack[schemas.TilesWarmStart]) -> schemas.WarmUp: ...

    async def start(self, input: Any = None, /, **fields: Any) -> Any:
        """Draw tiles before they are looked at, in the background: no viewer waits for them, and they are not billed. Scope: `items:write`."""
        return await self._invoke("tiles.warm.start", input, fields)

    @overload
    async def get(self, input: schemas.TilesWarmGet, /) -> schemas.WarmUp: ...

    @overload
    async def get(self, /, **fields: Unpack[schemas.TilesWarmGet]) -> schemas.WarmUp: ...

    async def get(self, input: Any = None, /, **fields: Any) -> Any:
        """One warm-up, and how far it is. Scope: `items:read`."""
        return await self._invoke("tiles.warm.get", input, fields)

    @overload
    async def list(self, input: schemas.TilesWarmList, /) -> schemas.TilesWarmListOutput: ...

    @overload
    async def list(self, /, **fields: Unpack[schemas.TilesWarmList]) -> schemas.TilesWarmListOutput: ...

    async def list(self, input: Any = None, /, **fields: Any) -> Any:
        """The warm-ups of a project, the latest first; ended ones for 90 days. Scope: `items:read`."""
        return await self._invoke("tiles.warm.list", input, fields)

    @overload
    def list_each(self, input: schemas.TilesWarmList, /) -> AsyncIterator[schemas.WarmUp]: ...

    @overload
    def list_each(self, /, **fields: Unpack[schemas.TilesWarmList]) -> AsyncIterator[schemas.WarmUp]: ...

    def list_each(self, input: Any = None, /, **fields: Any) -> Any:
        """Every row of `tiles.warm.list`, page by page."""
        return self._each("tiles.warm.list", input, fields)

    @overload
    async def cancel(self, input: schemas.TilesWarmCancel, /) -> schemas.WarmUp: ...

    @overload
    async def cancel(self, /, **fields: Unpack[schemas.TilesWarmCancel]) -> schemas.WarmUp: ...

    async def cancel(self, input: Any = None, /, **fields: Any) -> Any:
        """End a warm-up; the tiles that it has drawn stay, and it can be resumed. Scope: `items:write`."""
        return await self._invoke("tiles.warm.cancel", input, fields)

    @overload
    async def resume(self, input: schemas.TilesWarmResume, /) -> schemas.WarmUp: ...

    @overload
    async def resume(self, /, **fields: Unpack[schemas.TilesWarmResume]) -> schemas.WarmUp: ...

    async def resume(self, input: Any = None, /, **fields: Any) -> Any:
        """Go on with a warm-up that was cancelled or failed, where it was. Scope: `items:write`."""
        return await self._invoke("tiles.warm.resume", input, fields)


class AsyncTiles:
    """Operations under `tiles`."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each
        self.warm = AsyncTilesWarm(invoke, each)


class AsyncOperations:
    """Every operation."""

    def __init__(self, invoke: AsyncInvoke, each: Each) -> None:
        self._invoke = invoke
        self._each = each
        self.share = AsyncShare(invoke, each)
        self.api_keys = AsyncApiKeys(invoke, each)
        self.organizations = AsyncOrganizations(invoke, each)
        self.projects = AsyncProjects(invoke, each)
        self.collections = AsyncCollections(invoke, each)
        self.items = AsyncItems(invoke, each)
        self.assets = AsyncAssets(invoke, each)
        self.stac = AsyncStac(invoke, each)
        self.provenance = AsyncProvenance(invoke, each)
        self.visualization = AsyncVisualization(invoke, each)
        self.band_formulas = AsyncBandFormulas(invoke, each)
        self.cog = AsyncCog(invoke, each)
        self.uploads = AsyncUploads(invoke, each)
        self.usage = AsyncUsage(invoke, each)
        self.audit = AsyncAudit(invoke, each)
        self.security_log = AsyncSecurityLog(invoke, each)
        self.users = AsyncUsers(invoke, each)
        self.sessions = AsyncSessions(invoke, each)
        self.billing = AsyncBilling(invoke, each)
        self.event_subscriptions = AsyncEventSubscriptions(invoke, each)
        self.events = AsyncEvents(invoke, each)
        self.budgets = AsyncBudgets(invoke, each)
        self.tiles = AsyncTiles(invoke, each)
