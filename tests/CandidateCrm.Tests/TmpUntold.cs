using CandidateCrm.Applications;
using CandidateCrm.Audit;
using CandidateCrm.Charter;
using CandidateCrm.Insights;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Audit;
using CandidateCrm.Tests.Json;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;
namespace CandidateCrm.Tests;
public sealed class TmpUntold(Xunit.Abstractions.ITestOutputHelper output)
{
    [Fact]
    public void Goldens()
    {
        foreach (var name in GoldenBundles.All.Keys)
        {
            var published = BundleJson.Read(GoldenFiles.Read("Audit", name)).Bundle!;
            File.WriteAllText($"/work/wt-untold/tests/CandidateCrm.Tests/Audit/Golden/{name}.json", BundleJson.Write(GoldenBundles.All[name] with { ZoneDataVersion = published.ZoneDataVersion }) + "\n");
        }
    }

    [Fact]
    public void PathsOf()
    {
        try
        {
            Prop.ForAll(Histories.Any, events => PathIsRight(events)).Check(Config.QuickThrowOnFailure.WithMaxTest(1500));
        }
        catch (Exception e)
        {
            output.WriteLine(e.Message);
        }
        foreach (var events in Histories.Any.Generator.Sample(300, 3000))
        {
            if (!PathIsRight(events))
            {
                var small = events;
                for (var again = true; again;)
                {
                    again = false;
                    foreach (var i in Enumerable.Range(0, small.Length))
                    {
                        var less = small.Where((_, j) => j != i).ToArray();
                        if (less.Length > 0 && !PathIsRight(less)) { small = less; again = true; break; }
                    }
                }
                foreach (var one in small.OrderBy(x => x.Place)) output.WriteLine($"{one.OccurredAt} {one.Id} {one.Actor} {one.Entry}");
                break;
            }
        }
    }

    private static bool PathIsRight(TimelineEvent[] events)
    {
        TimelineEvent[] line = [.. events.OrderBy(one => one.Place)];
        var all = new RelationshipEngine().Replay(Histories.Anna, line, TestRules.Log).Next.Applications?.All ?? [];
        ApplicationState[] states = [.. all.Where(state => state.IsLive || state.Ending is { From: ApplicationStatus.Live })];
        var decision = new RelationshipEngine().Replay(Histories.Anna, line, TestRules.Log);
        var reader = new PathReader(Histories.Anna.Candidate, TestRules.Log);
        reader.AddAll([.. line.Concat(decision.Derived).OrderBy(x => x.Place)]);
        var paths = reader.Paths.ToArray();
        return paths.Length == states.Length && states.All(state =>
        {
            var path = paths.Single(one => one.Application == state.Application);
            var opening = state.Requisition.IsAssigned ? state.Requisition : (RequisitionId?)null;
            return path.Requisition == opening && path.Outcome == (state.Ending is { } ending ? PathOutcome.Ended(PathSteps.KindOf(ending.Disposition), ending.At) : PathOutcome.Open);
        });
    }
}
