using CandidateCrm.Applications;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using static CandidateCrm.Tests.Applications.RefusalLine;

namespace CandidateCrm.Tests.Applications;

/// <summary>A rejection that nobody answers for waits, with all that would follow to the candidate, until a person does.</summary>
public sealed class ReviewTests
{
    private static readonly ApplicationReviewed Reviewed = new() { Application = First };

    [Fact]
    public void Nothing_follows_for_the_candidate_before_a_person_stands_behind_it()
    {
        var line = new RefusalLine().At(0, Applied(First)).At(1, Rejected(First));
        var answer = line.May(First, 40);

        Assert.Equal((RefusalOutcome.Wait, RefusalCodes.NoHuman, FindingCodes.AdverseNoHuman), (answer.Outcome, answer.Code, answer.Code));
        Assert.Contains("waits for a person", answer.Sentence, StringComparison.Ordinal);
        Assert.Empty(line.Asks(40));
        Assert.Equal("received", Shown(line, 40));
        Assert.Equal(["adverse.no_human app-1"], line.Findings(40));
    }

    [Fact]
    public void Once_a_person_reviewed_it_the_message_is_due_and_the_page_waits_from_then_on()
    {
        var line = new RefusalLine().At(0, Applied(First)).At(1, Rejected(First)).At(30, Reviewed, Ada);

        Assert.Equal([(30, "app-1")], line.Asks(31));
        Assert.Equal(("received", "not-selected"), (Shown(line, 43.9), Shown(line, 44)));
        Assert.Equal(["adverse.no_human app-1"], line.Findings(44));
        Assert.Equal(Day(1), line.Until(44).Next.Applications!.Find(First)!.Ending!.At);
    }

    [Fact]
    public void A_message_about_another_refusal_does_not_cover_it_and_one_about_itself_tells_it()
    {
        var line = new RefusalLine().At(0, Applied(First)).At(0.5, Applied(Second, "req-2")).At(1, Rejected(First)).At(2, Rejected(Second), Ada).At(3, Mail(Second));
        Assert.Equal([(2, "app-2")], line.Asks(30));
        Assert.Equal(RefusalCodes.NoHuman, line.May(First, 30).Code);

        line.At(31, Mail(First, TouchAnswer.Ending));
        Assert.Equal((RefusalCodes.ToldAlready, "not-selected"), (line.May(First, 31).Code, Shown(line, 31)));
    }

    [Fact]
    public void A_review_without_a_person_and_one_of_anything_else_change_nothing_and_are_findings()
    {
        Assert.Equal(["adverse.no_human app-1", "adverse.no_human app-1"], new RefusalLine().At(0, Applied(First)).At(1, Rejected(First)).At(2, Reviewed).Findings(3));
        Assert.Equal(["application.review_unneeded app-1"], new RefusalLine().At(0, Applied(First)).At(1, Rejected(First), Ada).At(2, Reviewed, Ada).Findings(3));
        Assert.Equal(["application.review_unneeded app-1"], new RefusalLine().At(0, Applied(First)).At(1, Reviewed, Ada).Findings(3));
        var unknown = new RefusalLine().At(0, Reviewed, Ada);
        Assert.Equal(["application.unknown app-1"], unknown.Findings(1));
        Assert.Null(unknown.Until(1).Next.Applications);
    }

    [Fact]
    public void Another_life_and_another_ending_need_a_review_of_their_own()
    {
        var line = new RefusalLine().At(0, Applied(First)).At(1, Rejected(First)).At(2, Reviewed, Ada).At(3, new ApplicationReopened { Application = First }).At(20, Rejected(First));

        Assert.Equal(RefusalCodes.NoHuman, line.May(First, 40).Code);
        Assert.Equal([(2, "app-1")], line.Asks(40));
    }

    [Fact]
    public async Task A_command_of_a_named_person_answers_for_it_once()
    {
        await using var crm = new CrmUnderTest(rules: rules => rules.Take(new RefusalLine().Rules));
        await crm.HappenAsync("s", Day(0), Applied(First));
        await crm.HappenAsync("r", Day(1), Rejected(First));
        var anna = Histories.Anna.Candidate;
        var review = new ApplicationReview { Id = EventId.From("review-1"), Application = First };
        crm.Clock.Now = Day(2);

        Assert.Equal(RefusalCodes.NoHuman, (await crm.Acme.PublicStatus.MayRefuseAsync(anna, First)).Code);
        Assert.Equal(AnswerStatus.Done, (await crm.Acme.Applications.ReviewAsync(anna, review, HumanReviewer.Of(Ada.Person))).Status);
        Assert.Equal(RefusalCodes.Due, (await crm.Acme.PublicStatus.MayRefuseAsync(anna, First)).Code);
        Assert.Equal(AnswerStatus.Repeated, (await crm.Acme.Applications.ReviewAsync(anna, review, HumanReviewer.Of(Ada.Person))).Status);
        var again = await crm.Acme.Applications.ReviewAsync(anna, review with { Id = EventId.From("review-2") }, HumanReviewer.Of(Ada.Person));
        Assert.Equal((AnswerStatus.Refused, FindingCodes.ReviewUnneeded), (again.Status, again.Code));
        Assert.Equal(Ada, Assert.Single(await crm.TimelineAsync(), e => e.Entry is ApplicationReviewed).Actor);
    }

    private static string Shown(RefusalLine line, double day) => line.Until(day).Next.Applications!.Find(First)!.Public!.Step.Value;
}
