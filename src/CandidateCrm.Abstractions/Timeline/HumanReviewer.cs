namespace CandidateCrm.Timeline;

/// <summary>The person who answers for an adverse decision. Made of a named user only: nobody, the host and automation cannot be one.</summary>
public sealed record HumanReviewer
{
    private HumanReviewer(PersonId person) => Person = person;

    /// <summary>Gets the named user.</summary>
    public PersonId Person { get; }

    /// <summary>Names the reviewer.</summary>
    /// <exception cref="ArgumentException">The id was never assigned.</exception>
    public static HumanReviewer Of(PersonId person) =>
        person.IsAssigned
            ? new HumanReviewer(person)
            : throw new ArgumentException("A reviewer is a named user with an assigned person id.", nameof(person));

    /// <summary>Returns the id of the user.</summary>
    public override string ToString() => Person.ToString();
}
