namespace CandidateCrm.Lifecycle;

/// <summary>A small machine with substates two deep, a chosen target and a parameter, for tests that read texts.</summary>
public static class SampleHiring
{
    public static TriggerParameter<Report, string> Reason { get; } = new()
    {
        Name = "reason",
        Description = "a reason",
        Reader = (in report, out reason) =>
        {
            reason = report.Reason;
            return reason is not null;
        },
    };

    public static NamedChoice<string, Report> ByScore { get; } = new()
    {
        Name = "by-score",
        Description = "the score",
        Chooser = (in report) => report.Score switch
        {
            < 0 => throw new InvalidOperationException("There is no score of Ada Example."),
            < 50 => "rejected",
            < 80 => "on site",
            < 100 => "hired",
            _ => "applied",
        },
    };

    public static StateMachineBuilder<string, string, Report> Builder()
    {
        var machine = StateMachine.Define<string, string, Report>("hiring").StartsIn("applied").Requires("reject", Reason);
        machine.Configure("applied").Permit("begin", "active");
        machine.Configure("active").InitialSubstate("screening")
            .Permit("reject", "rejected")
            .Permit("go on site", "on site")
            .PermitReentry("restart")
            .InternalTransition("note");
        machine.Configure("screening").SubstateOf("active").Permit("pass", "interviewing");
        machine.Configure("interviewing").SubstateOf("active").InitialSubstate("phone")
            .PermitDynamic("decide", ByScore, "rejected", "on site", "hired");
        machine.Configure("phone").SubstateOf("interviewing")
            .Permit("pass", "on site")
            .IgnoreIf("reject", Reason.Guard("draft-reason", "the reason is only a draft", reason => reason.StartsWith('?')));
        machine.Configure("on site").SubstateOf("interviewing").Ignore("note");
        machine.Configure("hired").Terminal();
        machine.Configure("rejected").Terminal();
        return machine;
    }

    public readonly record struct Report(int Score, string? Reason = null);
}
