using System.Text.Json;
using CandidateCrm.Timeline;

namespace CandidateCrm.Json;

/// <summary>The words for actors in documents.</summary>
internal static class ActorText
{
    internal static string Of(ActorKind kind) => kind switch
    {
        ActorKind.Candidate => "candidate",
        ActorKind.Person => "person",
        ActorKind.Provider => "provider",
        ActorKind.Crm => "crm",
        _ => "host",
    };

    internal static Actor Read(string? kind, PersonId person) => kind switch
    {
        null or "host" => Actor.Host,
        "candidate" => Actor.Candidate,
        "provider" => Actor.Provider,
        "crm" => Actor.Crm,
        "person" when person.IsAssigned => Actor.Of(person),
        _ => throw new JsonException("An actor is host, candidate, person, provider or crm; a person has an id."),
    };
}
