using CandidateCrm.Candidates;
using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>
/// Segment rules over the candidates of a tenant: what the CRM keeps of them, and the attributes that the tenant's rules declare. Days are those of the tenant's zone.
/// </summary>
public interface ISegments
{
    /// <summary>Gets the questions about all candidates at once.</summary>
    /// <exception cref="InvalidOperationException">The host did not call <c>AddSegmentIndex()</c>.</exception>
    ISegmentPopulation Population { get; }

    /// <summary>Reads a rule as text, by the rules in force now, or says everything that is wrong with it.</summary>
    /// <param name="text">The rule, such as <c>country = "DE" and not lastContactedAt in last 90 days</c>.</param>
    /// <param name="use">What it is for.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask<SegmentReading> ReadTextAsync(string text, SegmentUse use = SegmentUse.OnDemand, CancellationToken cancellationToken = default);

    /// <summary>Reads a rule in the JSON of react-querybuilder, by the rules in force now, or says everything that is wrong with it.</summary>
    /// <param name="json">A group of rules: at most 16 MiB.</param>
    /// <param name="use">What it is for.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask<SegmentReading> ReadJsonAsync(string json, SegmentUse use = SegmentUse.OnDemand, CancellationToken cancellationToken = default);

    /// <summary>Says what is wrong with a rule that was made in code, or read under other rules of the tenant; a reading without faults holds the rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="use">What it is for.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask<SegmentReading> ReviewAsync(SegmentRule rule, SegmentUse use = SegmentUse.OnDemand, CancellationToken cancellationToken = default);

    /// <summary>Says whether a candidate is in, now or at an earlier instant, by the rules of the tenant that were in force then; null where nothing was known of the candidate by then.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="asOf">The instant; null for now.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidSegmentException">The rule has faults under the rules of that instant; all of them are listed.</exception>
    ValueTask<bool?> MatchesAsync(CandidateId candidate, SegmentRule rule, Instant? asOf = null, CancellationToken cancellationToken = default);

    /// <summary>Says whether a candidate is in a saved segment, changes by hand included, now or at an earlier instant, by the rules of the tenant that were in force then; null where nothing was known of the candidate by then.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="asOf">The instant; null for now.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidSegmentException">The rules of that instant have no such segment, or the justification of a proxy that it uses had ended.</exception>
    ValueTask<bool?> MatchesAsync(CandidateId candidate, SegmentKey segment, Instant? asOf = null, CancellationToken cancellationToken = default);

    /// <summary>As for a rule whether it <see cref="MatchesAsync(CandidateId, SegmentRule, Instant?, CancellationToken)">matches</see>, with the conditions that decide; null where nothing was known of the candidate by then.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="asOf">The instant; null for now.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidSegmentException">The rule has faults under the rules of that instant; all of them are listed.</exception>
    ValueTask<SegmentExplanation?> ExplainAsync(CandidateId candidate, SegmentRule rule, Instant? asOf = null, CancellationToken cancellationToken = default);

    /// <summary>As whether a candidate is in a saved segment, with the conditions that decide, or who decided by hand; null where nothing was known of the candidate by then.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="asOf">The instant; null for now.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidSegmentException">The rules of that instant have no such segment, or the justification of a proxy that it uses had ended.</exception>
    ValueTask<SegmentExplanation?> ExplainAsync(CandidateId candidate, SegmentKey segment, Instant? asOf = null, CancellationToken cancellationToken = default);

    /// <summary>Lists who is in a kept segment, by since when, a page at a time.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="after">The last member of the page before; null for the first page.</param>
    /// <param name="max">The largest number of members: 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidSegmentException">There is no such segment.</exception>
    /// <exception cref="InvalidOperationException">The segment is evaluated on demand.</exception>
    ValueTask<SegmentMembers> MembersAsync(SegmentKey segment, SegmentMember? after = null, int max = 100, CancellationToken cancellationToken = default);

    /// <summary>Counts who is in a saved segment: from the list of a kept one, and by asking everybody of one on demand.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidSegmentException">There is no such segment.</exception>
    ValueTask<SegmentCount> CountAsync(SegmentKey segment, CancellationToken cancellationToken = default);

    /// <summary>Counts who is in by a rule that need not be saved, by asking everybody.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidSegmentException">The rule has faults; all of them are listed.</exception>
    ValueTask<SegmentCount> CountAsync(SegmentRule rule, CancellationToken cancellationToken = default);
}
