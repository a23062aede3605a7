namespace CandidateCrm.Lifecycle;

/// <summary>A small machine with a guard of every kind, for tests that read texts.</summary>
public static class SampleOffers
{
    public enum Offer
    {
        Draft = 1,
        Sent = 2,
        Accepted = 5,
        Declined = 6,
    }

    public enum Act
    {
        Send,
        Accept,
        Decline,
        Remind,
        Amend,
        View,
    }

    public static StateMachineBuilder<Offer, Act, Terms> Builder()
    {
        var machine = StateMachine.Define<Offer, Act, Terms>("offer").StartsIn(Offer.Draft);
        machine.Configure(Offer.Draft)
            .PermitIf(Act.Send, Offer.Sent, "approved", "the offer was approved", (in terms) => terms.IsApproved)
            .PermitIf(Act.Send, Offer.Sent, "below-limit", "the salary is below the limit", (in terms) => terms.Salary < 1000)
            .PermitReentry(Act.Amend);
        machine.Configure(Offer.Sent)
            .Permit(Act.Accept, Offer.Accepted)
            .Permit(Act.Decline, Offer.Declined)
            .IgnoreIf(Act.Remind, "quiet", "it is quiet time", (in terms) => terms.IsQuiet)
            .InternalTransition(Act.Remind)
            .Ignore(Act.View);
        machine.Configure(Offer.Accepted).Terminal().Ignore(Act.View);
        machine.Configure(Offer.Declined).Terminal();
        return machine;
    }

    public readonly record struct Terms(bool IsApproved, int Salary, bool IsQuiet);
}
