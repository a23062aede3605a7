using System.Buffers;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using CandidateCrm.Timeline;

namespace CandidateCrm.Benchmarks.Relationships;

/// <summary>
/// One event through the reducer, and through reducer and in-memory store, with every feature on, beside the way of that event to JSON
/// and back. The candidates take turns, as they do in life.
/// </summary>
#pragma warning disable CA1001 // The clean-up of the benchmark disposes of the writer.
public class T01_RecordOneEvent
#pragma warning restore CA1001
{
    private const int Operations = BenchmarkHistories.Candidates * BenchmarkHistories.Events;

    private readonly RelationshipEngine _engine = new();
    private readonly ArrayBufferWriter<byte> _buffer = new(1 << 16);
    private TimelineEvent[] _events = [];
    private Utf8JsonWriter _writer = null!;

    [GlobalSetup]
    public void Setup()
    {
        _writer = new Utf8JsonWriter(_buffer);
        var histories = BenchmarkHistories.All();
        _events = [.. Enumerable.Range(0, BenchmarkHistories.Events).SelectMany(i => histories.Select(history => history[i]))];
    }

    [GlobalCleanup]
    public void Cleanup() => _writer.Dispose();

    [Benchmark(Baseline = true, OperationsPerInvoke = Operations)]
    public TimelineEvent? RoundTrip()
    {
        TimelineEvent? last = null;
        foreach (var next in _events)
        {
            _buffer.ResetWrittenCount();
            _writer.Reset(_buffer);
            TimelineJson.Write(_writer, next);
            _writer.Flush();
            last = TimelineJson.Read(_buffer.WrittenSpan);
        }

        return last;
    }

    [Benchmark(OperationsPerInvoke = Operations)]
    public Relationship Reducer()
    {
        var states = Empty();
        for (var i = 0; i < _events.Length; i++)
        {
            ref var state = ref states[i % states.Length];
            state = _engine.Apply(state, _events[i], BenchmarkHistories.Rules).Next;
        }

        return states[0];
    }

    [Benchmark(OperationsPerInvoke = Operations)]
    public async Task<Relationship> ReducerAndStore()
    {
        var store = new InMemoryCrmStore(new StillClock());
        var states = Empty();
        for (var i = 0; i < _events.Length; i++)
        {
            var place = i % states.Length;
            var state = states[place];
            var decision = _engine.Apply(state, _events[i], BenchmarkHistories.Rules);
            var plan = new RecordPlan { Next = decision.Next, Events = [_events[i]], Derived = decision.Derived, Wanted = decision.Effects };
            var commit = new CrmCommit
            {
                Tenant = state.Key.Tenant,
                Relationships = [plan.Change(state.Revision, new RecordTerms())],
                RulesPosition = BenchmarkHistories.Rules.Position,
            };
            var outcome = await store.CommitAsync(commit, CancellationToken.None).ConfigureAwait(false);
            states[place] = outcome.Status == CommitStatus.Committed
                ? decision.Next with { Revision = state.Revision + 1 }
                : throw new InvalidOperationException($"The store said {outcome.Status}.");
        }

        return states[0];
    }

    private Relationship[] Empty() => [.. _events.Take(BenchmarkHistories.Candidates).Select(e => Relationship.Empty(e.Relationship))];
}
