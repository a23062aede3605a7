using System.Runtime.InteropServices;
using CandidateCrm.Candidates;
using NodaTime;

namespace CandidateCrm.Insights;

/// <summary>Counts applications of people who had been rejected before. Only the whole of a person's applications can tell, so all are kept until asked.</summary>
internal sealed class ReturningTally
{
    private readonly Dictionary<CandidateId, List<Made>> _made = [];

    internal void Add(ApplicationPath path)
    {
        if (path.StartedAt is { } at)
        {
            Of(path.Candidate).Add(new Made(at, path.FirstRejectedAt));
        }
    }

    internal void Merge(ReturningTally other)
    {
        foreach (var (candidate, theirs) in other._made)
        {
            Of(candidate).AddRange(theirs);
        }
    }

    internal Rate? Report() =>
        Rate.From(_made.Values.Sum(Returning), _made.Values.Sum(list => (long)list.Count));

    private static long Returning(List<Made> applications)
    {
        var made = applications.OrderBy(one => one.At).ToArray();
        long returning = 0;
        for (var i = 0; i < made.Length; i++)
        {
            // Quadratic in the applications of one person, of which there are few.
            for (var j = 0; j < made.Length && made[j].At <= made[i].At; j++)
            {
                if (j != i && made[j].RejectedAt <= made[i].At)
                {
                    returning++;
                    break;
                }
            }
        }

        return returning;
    }

    private List<Made> Of(CandidateId candidate)
    {
        ref var made = ref CollectionsMarshal.GetValueRefOrAddDefault(_made, candidate, out _);
        return made ??= [];
    }

    private readonly record struct Made(Instant At, Instant? RejectedAt);
}
