using System.Globalization;

namespace GreenhouseBridge.Mapping;

/// <summary>What a payload is about, by the id of Greenhouse. Ids of different kinds are different things.</summary>
internal readonly record struct Subject
{
    private Subject(string kind, long id)
    {
        Kind = kind;
        Id = id;
    }

    internal string Kind { get; }

    internal long Id { get; }

    internal bool IsCandidate => Kind == "candidate";

    internal static Subject Candidate(long id) => new("candidate", id);

    internal static Subject Application(long id) => new("application", id);

    internal static Subject Interview(long id) => new("interview", id);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kind}:{Id}");
}
