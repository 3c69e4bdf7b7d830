"""Who acts, is acted upon, or speaks?  All ways of naming one actor become its mentions."""

from dateline.document import Document
from dateline.records import Actor, key
from dateline.stages.actor_acronyms import link_acronyms
from dateline.stages.actor_clusters import Cluster
from dateline.stages.actor_coreference import Linker
from dateline.stages.actor_home import find_home
from dateline.stages.actor_mentions import find_mentions
from dateline.stages.actor_messages import link_messages
from dateline.stages.actor_pronouns import link_pronouns
from dateline.stages.actor_types import Context
from dateline.stages.actor_words import find_words


def find_actors(doc: Document) -> tuple[Actor, ...]:
    """Find the actors of a report with all their mentions, in the order of their first mention.

    An actor is a state, an organ of one, a group or body with or without a name, a people, or a
    person.  Mere places ("in Iraq") and things (bases, convoys) are none.  A value that the
    words do not support is empty, with the reason.
    """
    words = find_words(doc)
    context = Context(doc, words, find_home(doc, words))
    linker = Linker(context, find_mentions(doc, words))
    linker.link_all()
    link_acronyms(doc, linker.clusters, linker.by_token)
    link_pronouns(doc, linker.by_token)
    link_messages(doc, words, linker.by_token)
    linker.fill_owners()
    linker.fill_countries()
    ids = {each.number: _id(doc, each) for each in linker.clusters}
    actors = [_actor(each, ids) for each in linker.clusters]
    return tuple(
        sorted(actors, key=lambda actor: (actor.mentions[0].span.start, actor.mentions[0].span.end))
    )


def _id(doc: Document, cluster: Cluster) -> str:
    first = min(cluster.mentions, key=lambda mention: (mention.span.start, mention.span.end))
    return key("act", doc.report.id, first.span.start, first.span.end)


def _actor(cluster: Cluster, ids: dict[int, str]) -> Actor:
    found, typed = cluster.most_telling()
    owner = cluster.owner
    return Actor(
        id=ids[cluster.number],
        name=cluster.name(),
        kind=typed.kind,
        country=cluster.coded_country(),
        sectors=cluster.coded_sectors(),
        role=cluster.coded_role(),
        register_id=cluster.register_id(),
        member_of=ids[owner.number] if owner is not None and owner is not cluster else None,
        mentions=tuple(
            sorted(cluster.mentions, key=lambda mention: (mention.span.start, mention.span.end))
        ),
        rule=found.rule,
        reason=found.reason,
    )
