using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Fixtures;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Applications;

public sealed class ScorecardTests
{
    private static readonly JobApplicationId App = JobApplicationId.From("app-1");
    private static readonly JobApplicationId Twin = JobApplicationId.From("app-1-again");
    private static readonly InterviewId Talk = InterviewId.From("talk");
    private static readonly PersonId Ada = PersonId.From("ada");
    private static readonly PersonId Bob = PersonId.From("bob");

    [Fact]
    public async Task What_stands_is_the_last_word_of_each_interviewer_under_any_id_of_the_application()
    {
        await using var crm = new CrmUnderTest(rules: rules => rules.Take(TestRules.Everything));
        await crm.HappenAsync("s", Histories.Start, new ApplicationSubmitted { Application = App, Requisition = RequisitionId.From("req-1") });
        await crm.HappenAsync("t", Histories.Start + Duration.FromSeconds(20), new ApplicationSubmitted { Application = Twin, Requisition = RequisitionId.From("req-1") });
        await crm.HappenAsync("a", Day(2), Given(App, Ada, "no", ("craft", 1, 4)));
        await crm.HappenAsync("b", Day(3), Given(Twin, Bob, "yes", ("craft", 3, 4), ("team", 5, 5)));
        await crm.HappenAsync("a2", Day(4), Given(App, Ada, "hire", ("craft", 2, 4)));

        var cards = await crm.Acme.Interviews.ScorecardsAsync(Histories.Anna.Candidate, Twin);
        Assert.Equal([(Ada, "hire", Day(4)), (Bob, "yes", Day(3))], cards.Select(card => (card.By, card.Verdict.Value, card.GivenAt)));
        Assert.Equal(
            [("craft", 2, 0.5, 0.625, 0.75), ("team", 1, 1.0, 1.0, 1.0)],
            ScorecardReader.Summarize(cards).Select(row => (row.Criterion.Value, row.Count, row.Lowest, row.Mean, row.Highest)));

        await crm.HappenAsync("w", Day(5), new FeedbackWithdrawn { Application = Twin, Interview = Talk, By = Ada });
        Assert.Equal([Bob], (await crm.Acme.Interviews.ScorecardsAsync(Histories.Anna.Candidate, App)).Select(card => card.By));
        Assert.Empty(await crm.Acme.Interviews.ScorecardsAsync(Histories.Anna.Candidate, JobApplicationId.From("app-2")));
        Assert.Empty(await crm.Acme.Interviews.ScorecardsAsync(CandidateId.From("nobody"), App));
    }

    [Fact]
    public void Of_each_interviewer_and_interview_the_last_that_was_not_taken_back_stands() => Prop.ForAll(Histories.Any, events =>
    {
        var line = events.OrderBy(one => one.Place).ToArray();
        foreach (var application in line.Select(one => one.Entry).OfType<IApplicationFact>().Select(fact => fact.Application).Distinct())
        {
            var said = from one in line
                       where one.Entry is IApplicationFact fact && fact.Application == application
                       let key = one.Entry switch { FeedbackGiven given => (given.Interview, given.By), FeedbackWithdrawn back => (back.Interview, back.By), _ => default }
                       where key.By.IsAssigned
                       group one by key;
            var expected = said.Select(words => words.Last()).Where(last => last.Entry is FeedbackGiven).Select(last => last.OccurredAt).Order();
            Assert.Equal(expected, ScorecardReader.Read(line, application).Select(card => card.GivenAt).Order());
        }
    }).Check(Tries.Of());

    private static Instant Day(int day) => Histories.Start + Duration.FromDays(day);

    private static FeedbackGiven Given(JobApplicationId application, PersonId by, string verdict, params (string Criterion, int Points, int OutOf)[] rows) => new()
    {
        Application = application,
        Interview = Talk,
        By = by,
        Verdict = FeedbackVerdict.From(verdict),
        Scorecard = [.. rows.Select(row => new ScorecardRow { Criterion = CriterionCode.From(row.Criterion), Points = row.Points, OutOf = row.OutOf })],
    };
}
