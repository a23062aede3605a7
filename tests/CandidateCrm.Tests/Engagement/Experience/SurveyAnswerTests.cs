using CandidateCrm.Engagement;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Engagement;

public sealed class SurveyAnswerTests
{
    private static readonly FactCode Rating = FactCode.From("rating");
    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 9, 0);

    [Theory]
    [InlineData(0, FindingCodes.SurveyAnswerOffScale, -100)]
    [InlineData(6, FindingCodes.SurveyAnswerOffScale, 100)]
    [InlineData(1, null, -100)]
    [InlineData(5, null, 100)]
    public async Task An_answer_beyond_its_scale_counts_as_its_end_and_is_a_finding(int answer, string? code, int valence)
    {
        await using var crm = new CrmUnderTest(rules: _ => { });
        var recorded = await crm.HappenAsync("q", Monday, Answered(AttributeValue.Number(answer)));

        Assert.Equal(code is null ? [] : [(code, "survey.answered:rating")], recorded.Findings.Select(finding => (finding.Code, finding.Subject)));
        Assert.Equal(valence, (await crm.Acme.Experience.SummarizeAsync(Histories.Anna.Candidate))!.Relationship.Score);
    }

    [Fact]
    public async Task An_answer_that_is_no_number_is_a_finding_and_no_moment()
    {
        await using var crm = new CrmUnderTest(rules: _ => { });
        var recorded = await crm.HappenAsync("q", Monday, Answered(AttributeValue.Text("4")));

        Assert.Equal([FindingCodes.SurveyAnswerInvalid], recorded.Findings.Select(finding => finding.Code));
        Assert.Null((await crm.Acme.Experience.SummarizeAsync(Histories.Anna.Candidate))!.Relationship.Score);
    }

    [Fact]
    public async Task The_scales_of_the_model_in_force_stand_instead_of_the_default_one()
    {
        var own = new SurveyScale { Fact = FactCode.From("nps"), Answer = Rating, Worst = 0, Best = 10 };
        await using var crm = new CrmUnderTest(rules: rules => rules.Experience(ExperienceModel.Default with { Key = ExperienceKey.From("own"), Surveys = [own] }));

        Assert.Empty((await crm.HappenAsync("q", Monday, Answered(AttributeValue.Number(9)))).Findings);
        Assert.Empty((await crm.HappenAsync("n", Monday, Answered(AttributeValue.Number(9)) with { Code = own.Fact })).Findings);
        Assert.Equal([FindingCodes.SurveyAnswerOffScale], (await crm.HappenAsync("m", Monday, Answered(AttributeValue.Number(11)) with { Code = own.Fact })).Findings.Select(finding => finding.Code));
        Assert.Equal(["nps", "nps"], (await crm.Acme.Experience.SummarizeAsync(Histories.Anna.Candidate))!.Moments.Select(moment => moment.About.Value));
    }

    [Fact]
    public async Task What_a_second_scale_can_read_is_no_finding_and_a_fact_without_an_answer_is_none_either()
    {
        var second = ExperienceModel.Default.Surveys[0] with { Answer = FactCode.From("stars") };
        await using var crm = new CrmUnderTest(rules: rules => rules.Experience(ExperienceModel.Default with { Surveys = [ExperienceModel.Default.Surveys[0], second] }));
        var both = Answered(AttributeValue.Text("four")) with { Attributes = [new FactField(Rating, AttributeValue.Text("four")), new FactField(second.Answer, AttributeValue.Number(4))] };

        Assert.Empty((await crm.HappenAsync("q", Monday, both)).Findings);
        Assert.Empty((await crm.HappenAsync("p", Monday, both with { Attributes = [] })).Findings);
        Assert.Equal(50m, Assert.Single((await crm.Acme.Experience.SummarizeAsync(Histories.Anna.Candidate))!.Moments).Valence);
    }

    [Theory]
    [InlineData("1000000000000", true)]
    [InlineData("-1000000000000", true)]
    [InlineData("1000000000000.000000001", false)]
    [InlineData("0.0000000001", false)]
    [InlineData("79228162514264337593543950335", false)]
    public void An_end_of_a_scale_is_bounded_where_it_is_set_and_where_it_is_read(string end, bool isAllowed)
    {
        var best = decimal.Parse(end, System.Globalization.CultureInfo.InvariantCulture);
        var text = $$"""{"schema":1,"kind":"experience","key":"e","surveys":[{"fact":"s","answer":"a","worst":3,"best":{{end}}}]}""";
        SurveyScale Made() => ExperienceModel.Default.Surveys[0] with { Best = best };

        Assert.Equal(isAllowed ? [] : ["surveys[0].best"], ExperienceModelJson.Read(text).Faults.Select(fault => fault.Where));
        if (isAllowed)
        {
            Assert.Equal(100m, Made().ValenceOf(best));
            Assert.InRange(Made().ValenceOf(decimal.MaxValue) + Made().ValenceOf(decimal.MinValue), -200, 200);
        }
        else
        {
            Assert.Equal("Best", Assert.Throws<ArgumentOutOfRangeException>(Made).ParamName);
        }
    }

    private static CustomFact Answered(AttributeValue answer) => new() { Code = FactCode.From("survey.answered"), Attributes = [new FactField(Rating, answer)] };
}
