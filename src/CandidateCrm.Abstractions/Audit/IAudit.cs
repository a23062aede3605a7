using CandidateCrm.Candidates;
using NodaTime;

namespace CandidateCrm.Audit;

/// <summary>What happened with one candidate and why: traces, answers to «why not», and bundles that replay elsewhere. Nothing is written.</summary>
public interface IAudit
{
    /// <summary>
    /// Traces a candidate: every fact, act, alarm and change of rules of a span with what followed. It shows the past as it stands now, corrections
    /// included; a candidate of whom nothing is known has no steps.
    /// </summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="from">The first instant to show; null for the beginning.</param>
    /// <param name="to">The last instant to show; null for now. Where it lies ahead, alarms that will ring with no new event are shown too.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask<CandidateTrace> TraceAsync(CandidateId candidate, Instant? from = null, Instant? to = null, CancellationToken cancellationToken = default);

    /// <summary>Answers why something did not happen up to now, or that it did.</summary>
    ValueTask<WhyNotAnswer> WhyNotAsync(CandidateId candidate, WhyNot question, CancellationToken cancellationToken = default);

    /// <summary>
    /// Exports what a replay of a candidate needs, without anything personal, and what it comes to: ids are replaced by short ones of the same order,
    /// unless the terms keep them. Null where nothing was known by then.
    /// </summary>
    ValueTask<ReplayBundle?> ExportBundleAsync(CandidateId candidate, BundleTerms? terms = null, CancellationToken cancellationToken = default);
}
