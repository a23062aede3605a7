using System.Collections.Immutable;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>
/// At which instants of the past candidates are scored, and what is looked for after each. A candidate is sampled at an instant where a fact of theirs was known by then.
/// An outcome counts within the horizon: after the instant, up to and with its end.
/// </summary>
public sealed record BacktestTerms
{
    /// <summary>The largest number of instants.</summary>
    public const int MostInstants = 10_000;

    /// <summary>Gets the first instant.</summary>
    public required Instant From { get; init; }

    /// <summary>Gets the last instant at the latest; null for now. What lies after now is not asked about.</summary>
    public Instant? Until { get; init; }

    /// <summary>
    /// Gets the time from one instant to the next: 1 minute to 36,525 days. Where it is shorter than <see cref="Horizon"/>, horizons overlap and one outcome makes several
    /// samples positive; they are then no independent witnesses, and <see cref="BacktestReport.PositiveCandidates"/> says how many people stand behind them.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside these bounds.</exception>
    public required Duration Every
    {
        get;
        init => field = ScoreBounds.Checked(
            value, value >= Duration.FromMinutes(1) && value <= ScoreBounds.LongestHalfLife ? null : "Instants of a back-test are 1 minute to 36,525 days apart.");
    }

    /// <summary>
    /// Gets within which time after an instant the outcome counts: more than none, up to 36,525 days. A sample whose horizon ends after now is censored, whatever has
    /// happened so far.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside these bounds.</exception>
    public required Duration Horizon
    {
        get;
        init => field = ScoreBounds.Checked(
            value, value > Duration.Zero && value <= ScoreBounds.LongestHalfLife ? null : "A horizon is more than none, up to 36,525 days.");
    }

    /// <summary>
    /// Gets which facts are the outcome, such as a reply, an application or a hire. Facts that were taken back are none, whenever that was, and neither are those that
    /// told nothing new, such as a second submission of one application.
    /// </summary>
    public required FactPattern Outcome { get; init => field = ScoreBounds.Given(value, "The outcome of a back-test"); }

    /// <summary>Gets a value indicating whether the outcome comes once: then nobody is sampled at or after the first one.</summary>
    public bool IsOnce { get; init; }

    /// <summary>
    /// Gets a value indicating whether facts that bear a <see cref="TimelineEvent.Batch"/>, as those of an import do, count as recorded when they occurred; false by
    /// default, so that they are known from the import on and a history that was imported cannot be back-tested. Where the other system wrote them down later than they
    /// happened, or put them right afterwards, that knowledge leaks into the scores, and models look better than they are. Retractions act when they were recorded in any
    /// case.
    /// </summary>
    public bool ImportedAsOccurred { get; init; }

    /// <summary>Gets the models; empty for those in force now. They need not be published, and two versions of one stand side by side, but none twice.</summary>
    /// <exception cref="ArgumentException">The list was left unassigned, or holds null.</exception>
    public ImmutableArray<ScoringModel> Models { get; init => field = ScoreBounds.Listed(value); } = [];

    /// <summary>Gets how much is kept, and how much there must be before a figure is shown.</summary>
    public BacktestSettings Settings { get; init => field = ScoreBounds.Given(value, "The settings of a back-test"); } = BacktestSettings.Default;
}
