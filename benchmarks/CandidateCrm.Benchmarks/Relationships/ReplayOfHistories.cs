using System.Text;
using BenchmarkDotNet.Attributes;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;

namespace CandidateCrm.Benchmarks.Relationships;

/// <summary>Reading histories from JSON and folding them, beside reading them alone.</summary>
public abstract class ReplayOfHistories
{
    private const int Operations = BenchmarkHistories.Candidates * BenchmarkHistories.Events;

    private readonly RelationshipEngine _engine = new();
    private readonly ActivationLog _rules;
    private byte[][][] _documents = [];

    private protected ReplayOfHistories(ActivationLog rules) => _rules = rules;

    [GlobalSetup]
    public void Setup() =>
        _documents = [.. BenchmarkHistories.All().Select(history => history.Select(e => Encoding.UTF8.GetBytes(TimelineJson.Write(e))).ToArray())];

    [Benchmark(Baseline = true, OperationsPerInvoke = Operations)]
    public int Reading() => _documents.Sum(history => Read(history).Length);

    [Benchmark(OperationsPerInvoke = Operations)]
    public long ReadingAndFolding()
    {
        long touchpoints = 0;
        foreach (var history in _documents)
        {
            var events = Read(history);
            touchpoints += _engine.Replay(events[0].Relationship, events, _rules).Next.Contact?.Touchpoints ?? 0;
        }

        return touchpoints;
    }

    private static TimelineEvent[] Read(byte[][] history)
    {
        var events = new TimelineEvent[history.Length];
        for (var i = 0; i < events.Length; i++)
        {
            events[i] = TimelineJson.Read(history[i]);
        }

        return events;
    }
}
