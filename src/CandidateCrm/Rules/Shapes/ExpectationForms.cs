using System.Collections.Immutable;
using CandidateCrm.Charter;
using CandidateCrm.Timeline;

namespace CandidateCrm.Rules.Shapes;

/// <summary>The forms of the kinds of expectations.</summary>
internal static class ExpectationForms
{
    private const string Keeps = "Any of these facts keeps it.";

    internal static ExpectationForm Once { get; } = ExpectationForm.Of<OnceExpectation>("once", table =>
    {
        var head = new ExpectationHead<OnceExpectation>(table, "once");
        var keptBy = KeptBy(table, Keeps);
        var limit = table.Must("limit", LimitShape.Shape, e => e.Limit, "The time allowed.");
        var clock = new ExpectationClock<OnceExpectation>(table);
        var again = Again(table, e => e.Again);
        var tail = new ExpectationTail<OnceExpectation>(table);
        return (values, _) => tail.Of(values, head.Version(values), clock.Of(values, new OnceExpectation
        {
            Key = head.Key(values), StartedBy = head.StartedBy(values), KeptBy = Pattern(values.Of(keptBy)), Calendar = clock.Calendar(values), Limit = values.Of(limit), Again = values.Of(again),
        }));
    });

    internal static ExpectationForm Answer { get; } = ExpectationForm.Of<AnswerExpectation>("answer", table =>
    {
        var head = new ExpectationHead<AnswerExpectation>(table, "answer");
        var keptBy = KeptBy(table, "Any of these facts is an answer.");
        var limit = table.Must("limit", LimitShape.Shape, e => e.Limit, "The time allowed from the oldest unanswered one on.");
        var clock = new ExpectationClock<AnswerExpectation>(table);
        var tail = new ExpectationTail<AnswerExpectation>(table);
        return (values, _) => tail.Of(values, head.Version(values), clock.Of(values, new AnswerExpectation
        {
            Key = head.Key(values), StartedBy = head.StartedBy(values), KeptBy = Pattern(values.Of(keptBy)), Calendar = clock.Calendar(values), Limit = values.Of(limit),
        }));
    });

    internal static ExpectationForm Cadence { get; } = ExpectationForm.Of<CadenceExpectation>("cadence", table =>
    {
        var head = new ExpectationHead<CadenceExpectation>(table, "cadence");
        var keptBy = KeptBy(table, "Any of these facts is a contact: it keeps the cycle and begins the next.");
        var every = table.Must("every", LimitShape.Shape, e => e.Every, "The time allowed from one contact to the next.");
        var clock = new ExpectationClock<CadenceExpectation>(table);
        var tail = new ExpectationTail<CadenceExpectation>(table);
        return (values, _) => tail.Of(values, head.Version(values), clock.Of(values, new CadenceExpectation
        {
            Key = head.Key(values), StartedBy = head.StartedBy(values), KeptBy = Pattern(values.Of(keptBy)), Calendar = clock.Calendar(values), Every = values.Of(every),
        }));
    });

    internal static ExpectationForm Completion { get; } = ExpectationForm.Of<CompletionExpectation>("completion", table =>
    {
        var head = new ExpectationHead<CompletionExpectation>(table, "completion");
        var keptBy = KeptBy(table, "Any of these facts finishes it.");
        var undoneBy = table.List("undoneBy", FactMatchShape.Patterns, e => e.UndoneBy?.AnyOf ?? [], "Any of these facts undoes it, so that the total counts; the first completion counts where it is left out.");
        var limit = table.Must("limit", LimitShape.Shape, e => e.Limit, "The time allowed.");
        var clock = new ExpectationClock<CompletionExpectation>(table);
        var tail = new ExpectationTail<CompletionExpectation>(table);
        return (values, _) => tail.Of(values, head.Version(values), clock.Of(values, new CompletionExpectation
        {
            Key = head.Key(values), StartedBy = head.StartedBy(values), KeptBy = Pattern(values.Of(keptBy)), Calendar = clock.Calendar(values), Limit = values.Of(limit),
            UndoneBy = values.Of(undoneBy) is { IsDefaultOrEmpty: false } undoes ? Pattern(undoes) : null,
        }));
    });

    internal static ExpectationForm Silence { get; } = ExpectationForm.Of<SilenceExpectation>("silence", table =>
    {
        var head = new ExpectationHead<SilenceExpectation>(table, "silence");
        var keptBy = KeptBy(table, "Any of these facts counts as an interaction: it keeps the cycle and begins the next.");
        var limits = table.Must("limits", new ListShape<StageLimit>(ExpectationParts.StageLimit, least: 1, most: SilenceExpectation.MostLimits), e => e.Limits, "How long a silence may last, by stage; the first that means the stage counts.");
        var clock = new ExpectationClock<SilenceExpectation>(table);
        var tail = new ExpectationTail<SilenceExpectation>(table);
        return (values, _) => tail.Of(values, head.Version(values), clock.Of(values, new SilenceExpectation
        {
            Key = head.Key(values), StartedBy = head.StartedBy(values), KeptBy = Pattern(values.Of(keptBy)), Calendar = clock.Calendar(values), Limits = values.Of(limits),
        }));
    });

    internal static ExpectationForm Appointment { get; } = ExpectationForm.Of<AppointmentExpectation>("appointment", table =>
    {
        var head = new ExpectationHead<AppointmentExpectation>(table, "appointment");
        var keptBy = KeptBy(table, Keeps);
        var attribute = table.May("attribute", Texts.Code<FactCode>("The name of an attribute"), e => e.Attribute, "The attribute of a custom fact that holds the promised instant.");
        var clock = new ExpectationClock<AppointmentExpectation>(table);
        var again = Again(table, e => e.Again);
        var tail = new ExpectationTail<AppointmentExpectation>(table);
        return (values, _) => tail.Of(values, head.Version(values), clock.Of(values, new AppointmentExpectation
        {
            Key = head.Key(values), StartedBy = head.StartedBy(values), KeptBy = Pattern(values.Of(keptBy)), Calendar = clock.Calendar(values), Attribute = values.Of(attribute), Again = values.Of(again),
        }));
    });

    internal static ExpectationForm Prohibition { get; } = ExpectationForm.Of<ProhibitionExpectation>("prohibition", table =>
    {
        var head = new ExpectationHead<ProhibitionExpectation>(table, "prohibition");
        var brokenBy = table.Must("brokenBy", FactMatchShape.Patterns, e => e.BrokenBy?.AnyOf ?? [], "These facts are forbidden, or counted where some are allowed.");
        var without = table.May("onlyWithoutPerson", FlagShape.Instance, e => e.OnlyWithoutPerson, "Whether only what no person did is forbidden; false by default.");
        var allowance = table.May<Allowance>("allowance", ExpectationParts.Allowance, e => e.Allowance!, "How many are allowed within which time; none at all where it is left out.");
        var tail = new ExpectationTail<ProhibitionExpectation>(table);
        return (values, _) => tail.Of(values, head.Version(values), new ProhibitionExpectation
        {
            Key = head.Key(values), StartedBy = head.StartedBy(values), BrokenBy = Pattern(values.Of(brokenBy)), OnlyWithoutPerson = values.Of(without), Allowance = values.Of(allowance),
        });
    });

    private static TypedMember<T, ImmutableArray<FactMatch>> KeptBy<T>(MemberTable<T> table, string says)
        where T : TimedExpectation =>
        table.Must("keptBy", FactMatchShape.Patterns, e => e.KeptBy?.AnyOf ?? [], says);

    private static TypedMember<T, AgainRule> Again<T>(MemberTable<T> table, Func<T, AgainRule> get) =>
        table.May("again", Texts.Word<AgainRule>("what a further trigger does"), get, "What a further trigger does while one runs; it opens another by default.");

    private static FactPattern Pattern(ImmutableArray<FactMatch> matches) => new() { AnyOf = matches };
}
