using CandidateCrm.Relationships;
using CandidateCrm.Work;
using NodaTime;

namespace CandidateCrm.Tenants;

/// <summary>When features that failed are tried again: after a pause that doubles each time, and in the end only when a person asks for it.</summary>
internal sealed class RedriveSchedule(DueWorkOptions options)
{
    /// <summary>Plans the first try where a feature failed just now, and none where all is well.</summary>
    internal RecordPlan OnFailure(RecordPlan plan, Relationship before, Instant now)
    {
        if (plan.Next.Faults.IsEmpty)
        {
            return plan.Next.Redrive is null ? plan : plan with { Next = plan.Next with { Redrive = null } };
        }

        // What failed before keeps its turn; whatever fails in addition is tried with it.
        return plan with { Next = plan.Next with { Redrive = before.Faults.IsEmpty ? First(before, now) : before.Redrive ?? First(before, now) } };
    }

    /// <summary>Plans the next try after one in vain.</summary>
    internal RecordPlan OnVainTry(RecordPlan plan, Relationship before, Instant now)
    {
        if (plan.Next.Faults.IsEmpty)
        {
            return plan with { Next = plan.Next with { Redrive = null } };
        }

        var attempts = (before.Redrive?.Attempts ?? 0) + 1;
        var next = new Redrive { Attempts = attempts, At = attempts >= options.MostRedrives ? null : now + RetryPause.After(attempts + 1, options.FirstRedrive, before.Key.ToString()) };
        return plan with { Next = plan.Next with { Redrive = next } };
    }

    private Redrive First(Relationship before, Instant now) =>
        new() { Attempts = 0, At = options.MostRedrives == 0 ? null : now + RetryPause.After(1, options.FirstRedrive, before.Key.ToString()) };
}
