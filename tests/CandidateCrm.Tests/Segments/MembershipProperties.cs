using CandidateCrm.Fixtures;
using CandidateCrm.Relationships;
using CandidateCrm.Segments;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Segments;

/// <summary>Membership that follows every pass is what evaluating everything anew gives, at every step, under every change of rules.</summary>
public sealed class MembershipProperties
{
    [Fact]
    public void Membership_is_a_full_rebuild_at_every_step() =>
        Prop.ForAll(FoldCase.WithRetractions, one => Look(one, RebuildOracle.Differs) is null).Check(Tries.Of(300));

    [Fact]
    public void Between_two_flips_nothing_changes_by_time_alone() =>
        Prop.ForAll(FoldCase.WithRetractions, one => Look(one, RebuildOracle.FlipsEarly) is null).Check(Tries.Of(150));

    [Fact]
    public void Events_tell_every_stay_from_its_beginning_to_its_end() =>
        Prop.ForAll(FoldCase.WithRetractions, one =>
        {
            var decision = new RelationshipEngine().Replay(Histories.Anna, one.Events, one.Log, FoldCase.End);
            var told = decision.Derived.Select(each => each.Entry).ToArray();
            var entered = told.OfType<SegmentEntered>().ToLookup(each => each.Segment);
            var left = told.OfType<SegmentLeft>().ToLookup(each => each.Segment);
            return entered.All(each => each.Select((one, i) => one.Ordinal == i + 1).All(right => right)
                && each.Count() - left[each.Key].Count() == (decision.Next.Segments?.Find(each.Key) is { IsMember: true } ? 1 : 0)
                && (decision.Next.Segments?.Find(each.Key)?.Since is not { } since || each.Last().At == since));
        }).Check(Tries.Of(150));

    [Fact]
    public void A_rebuild_that_forgets_a_change_is_seen() =>
        Assert.Contains(FoldCase.Sample(200), one => Look(one, RebuildOracle.DiffersFromDataAlone) is not null);

    private static string? Look(FoldCase one, Func<FoldPass, TimelineEvent[], string?> judge)
    {
        var look = new RebuildOracle(one.Events, judge);
        new RelationshipEngine().Observed(Histories.Anna, one.Events, one.Log, FoldCase.End, look);
        return look.Fault;
    }
}
