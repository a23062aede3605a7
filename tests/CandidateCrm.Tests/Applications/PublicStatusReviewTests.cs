using System.Collections.Immutable;
using System.Reflection;
using CandidateCrm.Applications;
using CandidateCrm.Rules;

namespace CandidateCrm.Tests.Applications;

public sealed class PublicStatusReviewTests
{
    private static readonly PublicStatusDefinition Right = PublicStatusDefinition.Default;
    private static readonly PublicStepKey Offer = PublicStepKey.From("offer");

    public static TheoryData<string, PublicStatusDefinition, string> Faulty => new()
    {
        { PublicStatusFaultCodes.StepsCount, Right with { Steps = [] }, "1 to 64" },
        { PublicStatusFaultCodes.StepsCount, Right with { Steps = [.. Enumerable.Repeat(Right.Steps[0], 65)] }, "1 to 64" },
        { PublicStatusFaultCodes.StepTwice, Right with { Steps = Right.Steps.Add(Right.Steps[1]) }, "«in-review»" },
        { PublicStatusFaultCodes.StepUnknown, Right with { Rows = [new PublicRow { Step = PublicStepKey.From("intervews"), Categories = [StageCategory.Check] }] }, "Known are received, in-review" },
        { PublicStatusFaultCodes.StepUnknown, Right with { Endings = [new PublicEnding { Step = PublicStepKey.From("gone"), Dispositions = [Disposition.Hired] }] }, "«gone»" },
        { PublicStatusFaultCodes.TitleMissing, With(step => step with { Title = ImmutableSortedDictionary<string, string>.Empty }), "«offer» has no title" },
        { PublicStatusFaultCodes.LanguageMissing, With(step => step with { Title = step.Title.Remove("de") , Next = step.Next.Remove("de") }), "«de»" },
        { PublicStatusFaultCodes.LanguageMissing, With(step => step with { Next = step.Next.Remove("en") }), "«en»" },
        { PublicStatusFaultCodes.RowEmpty, Right with { Rows = [new PublicRow { Step = Offer }] }, "names no stage and no category" },
        { PublicStatusFaultCodes.RowEmpty, Right with { Endings = [new PublicEnding { Step = Offer, Dispositions = [] }] }, "names no disposition" },
        { PublicStatusFaultCodes.Ambiguous, Right with { Rows = Right.Rows.Add(new PublicRow { Step = Offer, Categories = [StageCategory.Screen] }) }, "category Screen" },
        { PublicStatusFaultCodes.Ambiguous, Right with { Rows = [new PublicRow { Step = Offer, Stages = [StageKey.From("a"), StageKey.From("a")] }] }, "stage a" },
        { PublicStatusFaultCodes.Ambiguous, Right with { Endings = Right.Endings.Add(new PublicEnding { Step = Offer, Dispositions = [Disposition.Hired] }) }, "disposition Hired" },
        { PublicStatusFaultCodes.FirstWaits, Right with { Steps = Right.Steps.SetItem(0, Right.Steps[0] with { Delay = new PublicDelay { AwaitsMessage = true } }) }, "«received»" },
        { PublicStatusFaultCodes.DelayUnclear, With(step => step with { Delay = new PublicDelay { AtMost = Duration.FromDays(1) } }), "«offer»" },
        { PublicStatusFaultCodes.DelayUnclear, With(step => step with { Delay = new PublicDelay { AwaitsMessage = true, AtLeast = Duration.FromDays(2), AtMost = Duration.FromDays(1) } }), "«offer»" },
    };

    [Theory]
    [MemberData(nameof(Faulty), DisableDiscoveryEnumeration = true)]
    public void A_fault_has_its_code_and_says_what_it_is_about(string code, PublicStatusDefinition definition, string about)
    {
        var fault = Assert.Single(PublicStatusReview.FaultsOf(definition));

        Assert.Equal((code, "public status public-status"), (fault.Code, fault.Where));
        Assert.Contains(about, fault.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_code_has_a_row()
    {
        var codes = typeof(PublicStatusFaultCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

        Assert.Empty(codes.Except(Faulty.Select(row => (string)row[0])));
    }

    [Fact]
    public void The_default_has_no_fault() => Assert.Empty(PublicStatusReview.FaultsOf(Right));

    [Theory]
    [InlineData(-1)]
    [InlineData(366)]
    public void A_delay_has_bounds(int days)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PublicDelay { AtLeast = Duration.FromDays(days) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PublicDelay { AtMost = Duration.FromDays(days) });
    }

    private static PublicStatusDefinition With(Func<PublicStep, PublicStep> change) =>
        Right with { Steps = [.. Right.Steps.Select(step => step.Key == Offer ? change(step) : step)] };
}
