using CandidateCrm.Applications;
using CandidateCrm.Charter;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;
using static CandidateCrm.Tests.Charter.CharterScenes;

namespace CandidateCrm.Tests.Charter;

/// <summary>Where single promises stand for the figures.</summary>
public sealed class PromiseRecordTests
{
    private static readonly OnceExpectation Plain = CharterRules.Acknowledge with { Levels = [], WhenApplicationEnds = ApplicationEndRule.Stay };
    private static readonly ApplicationEnded Ended = new() { Application = App, Disposition = Disposition.Rejected };

    [Fact]
    public void What_the_end_itself_promises_is_overdue_until_it_is_fulfilled()
    {
        // What ran before the end is broken with it; what is owed because of the end is not over with it.
        var refusal = Plain with { Key = ExpectationKey.From("refusal"), StartedBy = FactPattern.Ended(Disposition.Rejected) };
        var records = Records(ActivationLog.Always(CharterRules.Of(Plain, refusal)), ("s", "2026-03-02T09:00:00Z", Submitted), ("e", "2026-03-03T10:00:00Z", Ended));

        Assert.Equal([("acknowledge", PromiseStanding.Broken), ("refusal", PromiseStanding.OpenOverdue)], records.Select(record => (record.Promise.Expectation.Value, record.Standing)));
    }

    [Fact]
    public void A_rebased_promise_counts_for_the_version_that_it_was_taken_over_to()
    {
        var log = ActivationLog.Of(
        [
            new Activation { Position = 1, EffectiveFrom = At("2026-03-02T00:00:00Z"), Rules = CharterRules.Of(Plain) },
            new Activation { Position = 2, EffectiveFrom = At("2026-03-02T10:00:00Z"), Rules = CharterRules.Of(Plain with { Version = 2 }) },
        ]);

        Assert.Equal(1, Assert.Single(Records(log, ("s", "2026-03-02T09:00:00Z", Submitted))).Version);
        Assert.Equal(2, Assert.Single(Records(log, ("s", "2026-03-02T09:00:00Z", Submitted), ("r", "2026-03-02T11:00:00Z", new RebaseOrdered { Expectation = Plain.Key }))).Version);
    }

    private static PromiseRecord[] Records(ActivationLog log, params (string Id, string At, IFact Fact)[] told)
    {
        var reader = new PromiseRecordReader(Histories.Anna.Candidate);
        var end = Engine.Observed(Histories.Anna, Told(told), log, At("2026-03-09T12:00:00Z"), reader).Next;
        return [.. reader.Standing(end.Charter, end.Applications)];
    }
}
