using BenchmarkDotNet.Attributes;
using CandidateCrm.Lifecycle;

namespace CandidateCrm.Benchmarks.Lifecycle;

/// <summary>One step of a pipeline with guards and with rules inherited from states around, by the table and by a nested switch.</summary>
[MemoryDiagnoser]
public class R01_GuardedTransition
{
    private readonly StateMachineDefinition<Stage, Move, Dossier> _machine = BenchmarkPipeline.OfEnums();
    private readonly (Stage Stage, Move Move, Dossier Dossier)[] _walk = BenchmarkPipeline.Walk();

    [GlobalSetup]
    public void BothSidesAgree() => BenchmarkPipeline.Require(Switch() == Table());

    [Benchmark(Baseline = true, OperationsPerInvoke = BenchmarkPipeline.Steps)]
    public int Switch()
    {
        var sum = 0;
        foreach (ref readonly var step in _walk.AsSpan())
        {
            sum += (int)BenchmarkPipeline.Switch(step.Stage, step.Move, in step.Dossier);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = BenchmarkPipeline.Steps)]
    public int Table()
    {
        var sum = 0;
        foreach (ref readonly var step in _walk.AsSpan())
        {
            var transition = _machine.Fire(step.Stage, step.Move, in step.Dossier);
            sum += transition.IsRefused ? 0 : (int)transition.Target;
        }

        return sum;
    }
}
