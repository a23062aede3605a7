using CandidateCrm.Applications;
using static CandidateCrm.Lifecycle.SampleOffers;

namespace CandidateCrm.Lifecycle;

public sealed class StateMachineAllocationTests
{
    [Fact]
    public void Firing_enums_allocates_nothing()
    {
        var machine = Builder().Build();

        Assert.Equal(0, Allocated(() =>
        {
            for (var i = 0; i < 1_000; i++)
            {
                _ = machine.Fire((Offer)(i % 9), (Act)(i % 7), new Terms(i % 2 == 0, i, i % 3 == 0));
                _ = machine.CanFire(Offer.Draft, Act.Send, new Terms(false, i, false));
            }
        }));
    }

    [Fact]
    public void Firing_texts_and_codes_allocates_nothing()
    {
        string[] keys = ["applied", "screening", "phone-interview-with-the-team", "no"];
        var texts = Ring(StateMachine.Define<string, string, int>("texts"), keys);
        var codes = Ring(StateMachine.DefineKeyed<StageKey, string, int>("codes"), [.. keys.Select(StageKey.From)]);
        var asked = keys.Append("a-stranger").Select(key => new string(key.AsSpan())).ToArray();
        var askedCodes = asked.Select(StageKey.From).ToArray();

        Assert.Equal(0, Allocated(() =>
        {
            for (var i = 0; i < 1_000; i++)
            {
                _ = texts.Fire(asked[i % asked.Length], asked[i % 3], i);
                _ = codes.Fire(askedCodes[i % asked.Length], "next", i);
            }
        }));
    }

    [Fact]
    public void A_decision_on_a_phase_allocates_nothing()
    {
        var engine = new LifecycleEngine();

        Assert.Equal(0, Allocated(() =>
        {
            for (var i = 0; i < 1_000; i++)
            {
                _ = engine.Decide(LifecycleDefinition.Default, Phase.BuiltIn[i % 5], (LifecycleTrigger)(i % 10));
            }
        }));
    }

    [Fact]
    public void A_record_allocates_at_most_eighty_bytes()
    {
        var machine = Builder().Build();

        Assert.InRange(Allocated(() => GC.KeepAlive(machine.Record(Offer.Draft, Act.Amend, default))), 1, 80);
    }

    private static StateMachineDefinition<T, string, int> Ring<T>(StateMachineBuilder<T, string, int> builder, T[] keys)
        where T : notnull
    {
        builder.StartsIn(keys[0]);
        for (var i = 0; i < keys.Length; i++)
        {
            builder.Configure(keys[i]).PermitIf("next", keys[(i + 1) % keys.Length], "even", "it is even", (in n) => n % 2 == 0).Ignore("screening");
        }

        return builder.Build();
    }

    /// <summary>Runs once to warm up; what the second run allocates is what each run does.</summary>
    private static long Allocated(Action action)
    {
        action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
