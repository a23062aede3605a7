namespace CandidateCrm.Timeline;

/// <summary>Who did something. The default value is the host product without a named person.</summary>
public readonly record struct Actor
{
    private Actor(ActorKind kind, PersonId person)
    {
        Kind = kind;
        Person = person;
    }

    /// <summary>Gets the host product.</summary>
    public static Actor Host => default;

    /// <summary>Gets the candidate.</summary>
    public static Actor Candidate { get; } = new(ActorKind.Candidate, default);

    /// <summary>Gets a provider.</summary>
    public static Actor Provider { get; } = new(ActorKind.Provider, default);

    /// <summary>Gets this library.</summary>
    public static Actor Crm { get; } = new(ActorKind.Crm, default);

    /// <summary>Gets who acts.</summary>
    public ActorKind Kind { get; }

    /// <summary>Gets the named user; assigned exactly when <see cref="Kind"/> is <see cref="ActorKind.Person"/>.</summary>
    public PersonId Person { get; }

    /// <summary>Makes a named user.</summary>
    /// <exception cref="ArgumentException">The id was never assigned.</exception>
    public static Actor Of(PersonId person) =>
        person.IsAssigned
            ? new Actor(ActorKind.Person, person)
            : throw new ArgumentException("A named user needs an assigned person id.", nameof(person));

    /// <summary>Returns the kind, and the id of a named user.</summary>
    public override string ToString() => Kind == ActorKind.Person ? $"Person {Person}" : Kind.ToString();
}
