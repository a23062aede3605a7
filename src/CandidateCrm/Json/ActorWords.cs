using CandidateCrm.Timeline;

namespace CandidateCrm.Json;

/// <summary>Actors in documents: a word for the kind and, for a named user alone, the id.</summary>
internal static class ActorWords
{
    internal static Actor Of(ActorKind kind, PersonId person) => (kind, person.IsAssigned) switch
    {
        (ActorKind.Person, true) => Actor.Of(person),
        (ActorKind.Candidate, false) => Actor.Candidate,
        (ActorKind.Provider, false) => Actor.Provider,
        (ActorKind.Crm, false) => Actor.Crm,
        (ActorKind.Host, false) => Actor.Host,
        _ => throw new DocumentFault("A named user has an id, and nobody else has one."),
    };
}
