using BenchmarkDotNet.Attributes;
using CandidateCrm.Lifecycle;

namespace CandidateCrm.Benchmarks.Lifecycle;

/// <summary>One step of the same pipeline with texts for both stage and move, and with enums.</summary>
[MemoryDiagnoser]
public class R03_StringKeyedStep
{
    private readonly StateMachineDefinition<Stage, Move, Dossier> _enums = BenchmarkPipeline.OfEnums();
    private readonly StateMachineDefinition<string, string, Dossier> _texts = BenchmarkPipeline.OfTexts();
    private readonly (Stage Stage, Move Move, Dossier Dossier)[] _walk = BenchmarkPipeline.Walk();
    private readonly (string Stage, string Move, Dossier Dossier)[] _walkOfTexts = BenchmarkPipeline.WalkOfTexts();

    [GlobalSetup]
    public void BothSidesAgree() => BenchmarkPipeline.Require(Enums() == Texts());

    [Benchmark(Baseline = true, OperationsPerInvoke = BenchmarkPipeline.Steps)]
    public int Enums()
    {
        var sum = 0;
        foreach (ref readonly var step in _walk.AsSpan())
        {
            sum += _enums.Fire(step.Stage, step.Move, in step.Dossier).ReasonId;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = BenchmarkPipeline.Steps)]
    public int Texts()
    {
        var sum = 0;
        foreach (ref readonly var step in _walkOfTexts.AsSpan())
        {
            sum += _texts.Fire(step.Stage, step.Move, in step.Dossier).ReasonId;
        }

        return sum;
    }
}
