using CandidateCrm.Applications;
using CandidateCrm.Rules;

namespace CandidateCrm.Tests.Rules;

public sealed class ShortPipelineTests
{
    [Fact]
    public void A_stage_has_a_key_and_may_have_a_name_and_a_kind()
    {
        var stages = new CrmRulesBuilder().In("UTC").Pipeline("p", "inbox", "screening: Phone (screen)", "talk (Interview)", "final: Last (and longest) talk", "offer:Offer(offer)").Build().Pipelines[0].Stages;
        Assert.Equal(
            [("inbox", "inbox", StageCategory.Other), ("screening", "Phone", StageCategory.Screen), ("talk", "talk", StageCategory.Interview), ("final", "Last (and longest) talk", StageCategory.Other), ("offer", "Offer", StageCategory.Offer)],
            stages.Select(stage => (stage.Key.Value, stage.Name, stage.Category)));
    }

    [Theory]
    [InlineData("Applied To Us", "This is «Applied To Us».")]
    [InlineData("talk: Talk (chat)", "screen, assessment, interview")]
    [InlineData("talk: Talk (4)", "This is «talk: Talk (4)».")]
    [InlineData("talk: Talk ()", "kind of a stage")]
    public void What_is_no_stage_is_named(string text, string says) =>
        Assert.Contains(says, Assert.Throws<ArgumentException>(() => new CrmRulesBuilder().Pipeline("p", text)).Message, StringComparison.Ordinal);
}
