using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NodaTime;

namespace CandidateCrm.Insights;

/// <summary>
/// Answers one question for each cohort: the source, the recruiter, the month of application, whatever the caller groups by. Adds
/// and merges like <see cref="PathInsights"/>. An application given under two cohorts counts in both; a returning person is seen within a cohort.
/// </summary>
/// <typeparam name="TCohort">Names a cohort; equal values are one cohort.</typeparam>
public sealed class CohortInsights<TCohort>
    where TCohort : notnull
{
    private readonly InsightsQuestion _question;
    private readonly Func<Instant, Instant, Duration> _elapsed;
    private readonly Dictionary<TCohort, PathInsights> _cohorts = [];

    /// <summary>Starts with no cohort.</summary>
    /// <param name="question">What to report for each.</param>
    /// <param name="elapsed">Measures between exact instants, as in <see cref="PathInsights"/>; the wall clock by default.</param>
    public CohortInsights(InsightsQuestion question, Func<Instant, Instant, Duration>? elapsed = null)
    {
        ArgumentNullException.ThrowIfNull(question);
        _question = question;
        _elapsed = elapsed ?? WallTime.Elapsed;
    }

    /// <summary>Counts one application under a cohort.</summary>
    public void Add(TCohort cohort, ApplicationPath path) => Of(cohort).Add(path);

    /// <summary>Adds what another engine with the same question has counted; the other stays as it is.</summary>
    /// <exception cref="ArgumentException">The other answers another question or measures otherwise.</exception>
    public void Merge(CohortInsights<TCohort> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!_question.AsksTheSameAs(other._question) || _elapsed != other._elapsed)
        {
            throw new ArgumentException("Only answers to the same question, by the same measure, merge.", nameof(other));
        }

        foreach (var (cohort, theirs) in other._cohorts)
        {
            Of(cohort).Merge(theirs);
        }
    }

    /// <summary>Reports each cohort that a path was added to.</summary>
    public ImmutableDictionary<TCohort, InsightsReport> Report() =>
        _cohorts.ToImmutableDictionary(pair => pair.Key, pair => pair.Value.Report());

    private PathInsights Of(TCohort cohort)
    {
        ref var insights = ref CollectionsMarshal.GetValueRefOrAddDefault(_cohorts, cohort, out _);
        return insights ??= new PathInsights(_question, _elapsed);
    }
}
