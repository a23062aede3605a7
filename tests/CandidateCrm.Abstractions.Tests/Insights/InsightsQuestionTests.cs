using CandidateCrm.Applications;

namespace CandidateCrm.Insights;

public sealed class InsightsQuestionTests
{
    private static readonly StageKey Applied = StageKey.From("applied");
    private static readonly StageKey Offer = StageKey.From("offer");

    [Fact]
    public void A_funnel_has_stages_and_none_twice()
    {
        Assert.Throws<ArgumentException>(() => new FunnelDefinition { Stages = [] });
        Assert.Throws<ArgumentException>(() => new FunnelDefinition { Stages = [Applied, default] });
        Assert.Throws<ArgumentException>(() => new FunnelDefinition { Stages = [Applied, Offer, Applied] });
    }

    [Fact]
    public void A_question_is_valid_from_birth()
    {
        var question = new InsightsQuestion { AsOf = Instant.FromUtc(2026, 3, 2, 9, 0), Funnel = new FunnelDefinition { Stages = [Applied] } };

        Assert.Equal([Duration.FromHours(24), Duration.FromHours(48)], question.Limits.ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => question with { TopVariants = -1 });
        Assert.Throws<ArgumentException>(() => question with { Limits = [Duration.FromHours(-1)] });
        Assert.Throws<ArgumentException>(() => question with { Spans = [new StepSpan { From = Offer, To = Offer }] });
        Assert.Throws<ArgumentException>(() => question with { Spans = [new StepSpan { From = Offer, To = default }] });
    }

    [Fact]
    public void Two_questions_are_the_same_when_every_part_is()
    {
        var question = new InsightsQuestion { AsOf = Instant.FromUtc(2026, 3, 2, 9, 0), Funnel = new FunnelDefinition { Stages = [Applied, Offer] } };

        Assert.True(question.AsksTheSameAs(question with { Funnel = new FunnelDefinition { Stages = [Applied, Offer] } }));
        Assert.False(question.AsksTheSameAs(question with { Funnel = new FunnelDefinition { Stages = [Offer, Applied] } }));
        Assert.False(question.AsksTheSameAs(question with { AsOf = question.AsOf + Duration.FromTicks(1) }));
        Assert.False(question.AsksTheSameAs(question with { Spans = [new StepSpan { From = Applied, To = Offer }] }));
        Assert.False(question.AsksTheSameAs(question with { Limits = [] }));
        Assert.False(question.AsksTheSameAs(question with { TopVariants = 3 }));
    }
}
