using BenchmarkDotNet.Attributes;
using CandidateCrm.Lifecycle;

namespace CandidateCrm.Benchmarks.Lifecycle;

/// <summary>One step of a pipeline and the record of it, by the table and by a nested switch that makes the same record.</summary>
[MemoryDiagnoser]
public class R02_TransitionWithRecord
{
    private readonly StateMachineDefinition<Stage, Move, Dossier> _machine = BenchmarkPipeline.OfEnums();
    private readonly (Stage Stage, Move Move, Dossier Dossier)[] _walk = BenchmarkPipeline.Walk();

    [Benchmark(Baseline = true, OperationsPerInvoke = BenchmarkPipeline.Steps)]
    public TransitionRecord<Stage, Move>? Switch()
    {
        TransitionRecord<Stage, Move>? last = null;
        foreach (ref readonly var step in _walk.AsSpan())
        {
            var next = BenchmarkPipeline.Switch(step.Stage, step.Move, in step.Dossier);
            last = new TransitionRecord<Stage, Move>
            {
                Machine = "pipeline",
                From = step.Stage,
                Trigger = step.Move,
                Transition = next == Stage.None
                    ? new Transition<Stage>(TransitionOutcome.Refused, step.Stage, 0)
                    : new Transition<Stage>(TransitionOutcome.Moved, next, 1),
            };
        }

        return last;
    }

    [Benchmark(OperationsPerInvoke = BenchmarkPipeline.Steps)]
    public TransitionRecord<Stage, Move>? Table()
    {
        TransitionRecord<Stage, Move>? last = null;
        foreach (ref readonly var step in _walk.AsSpan())
        {
            last = _machine.Record(step.Stage, step.Move, in step.Dossier);
        }

        return last;
    }
}
