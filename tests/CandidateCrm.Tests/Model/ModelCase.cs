using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Model;

/// <summary>A sequence of steps, written out in the order in which they happen.</summary>
internal sealed class ModelCase(ModelStep[] steps)
{
    internal static Arbitrary<ModelCase> Any { get; } = Of(ModelSteps.Any);

    /// <summary>Without crashes and facts that are ahead of the clock.</summary>
    internal static Arbitrary<ModelCase> Calm { get; } = Of(ModelSteps.Calm);

    /// <summary>Only what may happen at the very same time.</summary>
    internal static Arbitrary<ModelCase> Telling { get; } = Of(ModelSteps.Telling);

    internal ModelStep[] Steps => steps;

    public override string ToString() => string.Concat(steps.Select((step, i) => $"{Environment.NewLine}{i + 1,3}. {step}"));

    private static Arbitrary<ModelCase> Of(Gen<ModelStep> step) => Arb.From(
        from count in Gen.Choose(1, 45)
        from all in Gen.ArrayOf(step, count)
        select new ModelCase(all),
        Shrunk);

    private static IEnumerable<ModelCase> Shrunk(ModelCase one)
    {
        for (var length = one.Steps.Length / 2; length >= 1; length /= 2)
        {
            for (var from = 0; from + length <= one.Steps.Length && one.Steps.Length > 1; from += length)
            {
                yield return new ModelCase([.. one.Steps[..from], .. one.Steps[(from + length)..]]);
            }
        }

        for (var i = 0; i < one.Steps.Length; i++)
        {
            var step = one.Steps[i];
            if (step.DiesAt > 0)
            {
                yield return new ModelCase([.. one.Steps[..i], step with { DiesAt = 0 }, .. one.Steps[(i + 1)..]]);
            }

            if (step.OnSecondNode)
            {
                yield return new ModelCase([.. one.Steps[..i], step with { OnSecondNode = false }, .. one.Steps[(i + 1)..]]);
            }
        }
    }
}
