using CandidateCrm.Applications;
using CandidateCrm.Fixtures;
using CandidateCrm.Relationships;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;
using static CandidateCrm.Lifecycle.PersonStory;

namespace CandidateCrm.Candidates;

public sealed class OriginTests
{
    private static readonly RelationshipEngine Engine = new();

    [Fact]
    public void Sources_come_from_traces_applications_and_captured_leads_and_stay_when_an_application_ends()
    {
        var lead = Histories.Event("lead", At("2026-03-02"), new TouchpointRecorded { Kind = TouchKinds.LeadCaptured, Direction = Direction.Inbound }) with { Source = SourceCode.From("careers-site") };
        TimelineEvent[] told =
        [
            Histories.Event("f", At("2026-03-01"), new CandidateFound { Source = SourceCode.From("fair"), Campaign = CampaignCode.From("spring") }),
            lead,
            lead with { Id = EventId.From("click"), Entry = new TouchpointRecorded { Kind = TouchKinds.PageVisited, Direction = Direction.Inbound } },
            Histories.Event("a", At("2026-03-03"), Applied with { Source = SourceCode.From("referral") }),
            Histories.Event("again", At("2026-03-04"), Applied with { Source = SourceCode.From("referral") }),
            Histories.Event("f2", At("2026-03-05"), new CandidateFound { Source = SourceCode.From("fair") }),
            Histories.Event("lead2", At("2026-03-06"), lead.Entry) with { Source = SourceCode.From("careers-site") },
            Histories.Event("unsaid", At("2026-03-06"), lead.Entry),
            Histories.Event("end", At("2026-03-07"), new ApplicationEnded { Application = App, Disposition = Disposition.Rejected, Reason = ReasonCode.From("skills") }),
        ];
        var state = Engine.Replay(Histories.Anna, told, TestRules.Log).Next;

        Assert.Equal(
            [("fair", "spring", "2026-03-01", "2026-03-01", 1), ("careers-site", "(unassigned)", "2026-03-02", "2026-03-06", 2), ("referral", "(unassigned)", "2026-03-03", "2026-03-03", 1), ("fair", "(unassigned)", "2026-03-05", "2026-03-05", 1)],
            state.Candidate!.Origins.Select(o => (o.Source.Value, o.Campaign.ToString(), Day(o.FirstAt), Day(o.LastAt), o.Count)));
        Assert.Equal(SourceCode.From("referral"), Assert.Single(state.Applications!.All).Source);

        static string Day(Instant at) => at.InUtc().Date.ToString("uuuu-MM-dd", null);
    }

    [Fact]
    public void Of_many_origins_the_first_and_those_seen_last_stay() =>
        Prop.ForAll(Arb.From(Gen.ArrayOf(Gen.Choose(0, 60), 120)), sources =>
        {
            var told = sources.Select((s, i) => Histories.Event($"e{i}", Histories.Start + Duration.FromHours(i / 2), new CandidateFound { Source = SourceCode.From($"s{s}") }, i % 2)).ToArray();
            var slice = Engine.Replay(Histories.Anna, told, TestRules.Log).Next.Candidate!;

            // The oracle keeps a list by hand: first, then whoever was seen, the one that was not seen for longest goes.
            var kept = new List<(int Source, int First, int Last, int Count)>();
            var gone = 0;
            for (var i = 0; i < sources.Length; i++)
            {
                var place = kept.FindIndex(k => k.Source == sources[i]);
                if (place >= 0)
                {
                    kept[place] = kept[place] with { Last = i / 2, Count = kept[place].Count + 1 };
                    continue;
                }

                if (kept.Count == 32)
                {
                    kept.Remove(kept.Skip(1).MinBy(k => k.Last));
                    gone++;
                }

                kept.Add((sources[i], i / 2, i / 2, 1));
            }

            return slice.OriginsLeftOut == gone && slice.Origins.Length <= CandidateSlice.MostOrigins
                && slice.Origins[0].Source == SourceCode.From($"s{sources[0]}") && slice.Origins.Any(o => o.Source == SourceCode.From($"s{sources[^1]}"))
                && slice.Origins.Select(o => (o.Source.Value, o.FirstAt, o.LastAt, o.Count)).SequenceEqual(kept.Select(k =>
                    ($"s{k.Source}", Histories.Start + Duration.FromHours(k.First), Histories.Start + Duration.FromHours(k.Last), k.Count)));
        }).Check(Tries.Of(100));
}
