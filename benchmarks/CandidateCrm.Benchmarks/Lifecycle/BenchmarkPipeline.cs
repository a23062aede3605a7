using CandidateCrm.Lifecycle;

namespace CandidateCrm.Benchmarks.Lifecycle;

/// <summary>One pipeline three ways: as a table of enums, as a table of texts, and as the switch somebody would write by hand.</summary>
public static class BenchmarkPipeline
{
    public const int Steps = 1 << 16;
    private const int TextsOfAKey = 8;

    public static StateMachineDefinition<Stage, Move, Dossier> OfEnums() =>
        Build(StateMachine.Define<Stage, Move, Dossier>("pipeline"), stage => stage, move => move);

    public static StateMachineDefinition<string, string, Dossier> OfTexts() =>
        Build(StateMachine.Define<string, string, Dossier>("pipeline"), Text, Text);

    public static string Text(Stage stage) => stage switch
    {
        Stage.Applied => "applied",
        Stage.Screening => "screening",
        Stage.Phone => "phone-interview",
        Stage.OnSite => "on-site",
        Stage.Offer => "offer",
        Stage.Hired => "hired",
        Stage.Rejected => "rejected",
        Stage.Active => "active",
        Stage.Interviewing => "interviewing",
        _ => "withdrawn",
    };

    public static string Text(Move move) => move switch
    {
        Move.Advance => "advance",
        Move.Skip => "skip",
        Move.Reject => "reject",
        Move.Withdraw => "withdraw",
        Move.Hold => "put-on-hold",
        Move.Note => "note",
        Move.Reopen => "reopen",
        _ => "accept-offer",
    };

    /// <summary>A walk too long for a branch predictor to learn: every stage and every move come equally often, in no order.</summary>
    public static (Stage Stage, Move Move, Dossier Dossier)[] Walk()
    {
        var random = new Random(17);
        return [.. Enumerable.Range(0, Steps).Select(_ => (
            (Stage)random.Next((int)Stage.Applied, (int)Stage.Withdrawn + 1),
            (Move)random.Next((int)Move.Advance, (int)Move.Accept + 1),
            new Dossier(random.Next(100), random.Next(2) == 0, random.Next(2) == 0)))];
    }

    /// <summary>The same walk in texts that are other instances than those of the definition, as if they came from a database.</summary>
    public static (string Stage, string Move, Dossier Dossier)[] WalkOfTexts()
    {
        var texts = new Dictionary<(string, int), string>();
        return [.. Walk().Select((step, i) => (Copy(Text(step.Stage), i), Copy(Text(step.Move), i), step.Dossier))];

        string Copy(string text, int i) => texts.TryGetValue((text, i % TextsOfAKey), out var copy)
            ? copy
            : texts[(text, i % TextsOfAKey)] = new string(text.AsSpan());
    }

    /// <summary>Stops a comparison of two sides that do not do the same.</summary>
    public static void Require(bool same)
    {
        if (!same)
        {
            throw new InvalidOperationException("The two sides of the ratio do not give the same answers.");
        }
    }

    /// <summary>The limit: returns the next stage, or <see cref="Stage.None"/> where the move is refused.</summary>
    public static Stage Switch(Stage stage, Move move, in Dossier dossier)
    {
        switch (stage)
        {
            case Stage.Applied:
                switch (move)
                {
                    case Move.Advance: return Stage.Screening;
                    case Move.Skip: return dossier.IsSponsored ? Stage.OnSite : Stage.None;
                    case Move.Reject: return Stage.Rejected;
                    case Move.Withdraw: return Stage.Withdrawn;
                    case Move.Hold: return Stage.Applied;
                    case Move.Note: return Stage.Applied;
                    default: return Stage.None;
                }

            case Stage.Screening:
                switch (move)
                {
                    case Move.Advance: return dossier.Score >= 40 ? Stage.Phone : Stage.None;
                    case Move.Skip: return dossier.IsSponsored ? Stage.OnSite : Stage.None;
                    case Move.Reject: return Stage.Rejected;
                    case Move.Withdraw: return Stage.Withdrawn;
                    case Move.Hold: return Stage.Screening;
                    case Move.Note: return Stage.Screening;
                    default: return Stage.None;
                }

            case Stage.Phone:
                switch (move)
                {
                    case Move.Advance: return dossier.HasFeedback ? Stage.OnSite : Stage.None;
                    case Move.Reject: return dossier.HasFeedback ? Stage.Rejected : Stage.None;
                    case Move.Withdraw: return Stage.Withdrawn;
                    case Move.Hold: return Stage.Phone;
                    case Move.Note: return Stage.Phone;
                    default: return Stage.None;
                }

            case Stage.OnSite:
                switch (move)
                {
                    case Move.Advance: return dossier.HasFeedback ? Stage.Offer : Stage.None;
                    case Move.Reject: return dossier.HasFeedback ? Stage.Rejected : Stage.None;
                    case Move.Withdraw: return Stage.Withdrawn;
                    case Move.Note: return Stage.OnSite;
                    default: return Stage.None;
                }

            case Stage.Offer:
                switch (move)
                {
                    case Move.Accept: return Stage.Hired;
                    case Move.Withdraw: return Stage.Withdrawn;
                    case Move.Note: return Stage.Offer;
                    default: return Stage.None;
                }

            case Stage.Rejected:
                switch (move)
                {
                    case Move.Reopen: return dossier.Score >= 60 ? Stage.Screening : Stage.None;
                    case Move.Note: return Stage.Rejected;
                    default: return Stage.None;
                }

            case Stage.Withdrawn:
                switch (move)
                {
                    case Move.Reopen: return Stage.Screening;
                    case Move.Note: return Stage.Withdrawn;
                    default: return Stage.None;
                }

            case Stage.Hired:
                return move == Move.Note ? Stage.Hired : Stage.None;

            default:
                return Stage.None;
        }
    }

    private static StateMachineDefinition<TState, TTrigger, Dossier> Build<TState, TTrigger>(
        StateMachineBuilder<TState, TTrigger, Dossier> machine, Func<Stage, TState> s, Func<Move, TTrigger> m)
        where TState : notnull
        where TTrigger : notnull
    {
        // What holds wherever an application is live is said once, and inherited two levels deep.
        machine.StartsIn(s(Stage.Applied));
        machine.Configure(s(Stage.Active)).InitialSubstate(s(Stage.Applied)).Permit(m(Move.Withdraw), s(Stage.Withdrawn)).InternalTransition(m(Move.Note));
        machine.Configure(s(Stage.Interviewing)).SubstateOf(s(Stage.Active)).InitialSubstate(s(Stage.Phone))
            .PermitIf(m(Move.Reject), s(Stage.Rejected), "feedback", "feedback was given", (in d) => d.HasFeedback);
        foreach (var stage in new[] { Stage.Applied, Stage.Screening, Stage.Offer })
        {
            machine.Configure(s(stage)).SubstateOf(s(Stage.Active));
        }

        foreach (var stage in new[] { Stage.Hired, Stage.Rejected, Stage.Withdrawn })
        {
            machine.Configure(s(stage)).InternalTransition(m(Move.Note));
        }

        machine.Configure(s(Stage.Applied)).Permit(m(Move.Advance), s(Stage.Screening)).Permit(m(Move.Reject), s(Stage.Rejected)).Ignore(m(Move.Hold))
            .PermitIf(m(Move.Skip), s(Stage.OnSite), "sponsored", "somebody vouches for the candidate", (in d) => d.IsSponsored);
        machine.Configure(s(Stage.Screening)).Permit(m(Move.Reject), s(Stage.Rejected)).Ignore(m(Move.Hold))
            .PermitIf(m(Move.Advance), s(Stage.Phone), "score-40", "the score is at least 40", (in d) => d.Score >= 40)
            .PermitIf(m(Move.Skip), s(Stage.OnSite), "sponsored", "somebody vouches for the candidate", (in d) => d.IsSponsored);
        machine.Configure(s(Stage.Phone)).SubstateOf(s(Stage.Interviewing)).Ignore(m(Move.Hold))
            .PermitIf(m(Move.Advance), s(Stage.OnSite), "feedback", "feedback was given", (in d) => d.HasFeedback);
        machine.Configure(s(Stage.OnSite)).SubstateOf(s(Stage.Interviewing))
            .PermitIf(m(Move.Advance), s(Stage.Offer), "feedback", "feedback was given", (in d) => d.HasFeedback);
        machine.Configure(s(Stage.Offer)).Permit(m(Move.Accept), s(Stage.Hired));
        machine.Configure(s(Stage.Rejected))
            .PermitIf(m(Move.Reopen), s(Stage.Screening), "score-60", "the score is at least 60", (in d) => d.Score >= 60);
        machine.Configure(s(Stage.Withdrawn)).Permit(m(Move.Reopen), s(Stage.Screening));
        machine.Configure(s(Stage.Hired)).Terminal();
        return machine.Build();
    }
}
