using CandidateCrm.Lifecycle;

namespace CandidateCrm.Applications;

/// <summary>Which moves of an offer fit together. A move that it refuses is followed all the same, and reported.</summary>
public static class OfferMachine
{
    /// <summary>Gets the machine, for questions and drawings. An offer begins as prepared, or as made where nobody told of its preparation.</summary>
    public static StateMachineDefinition<OfferStatus, OfferTrigger, NoContext> Definition { get; } = Built();

    /// <summary>Returns where a move leads, also one that the machine refuses.</summary>
    internal static OfferStatus TargetOf(OfferTrigger trigger) => trigger switch
    {
        OfferTrigger.Prepare => OfferStatus.Prepared,
        OfferTrigger.Make => OfferStatus.Made,
        OfferTrigger.Accept => OfferStatus.Accepted,
        OfferTrigger.Decline => OfferStatus.Declined,
        OfferTrigger.Withdraw => OfferStatus.Withdrawn,
        _ => OfferStatus.Expired,
    };

    private static StateMachineDefinition<OfferStatus, OfferTrigger, NoContext> Built()
    {
        var machine = StateMachine.Define<OfferStatus, OfferTrigger, NoContext>("offer").StartsIn(OfferStatus.Prepared).StartsIn(OfferStatus.Made);
        machine.Configure(OfferStatus.Prepared)
            .PermitReentry(OfferTrigger.Prepare)
            .Permit(OfferTrigger.Make, OfferStatus.Made)
            .Permit(OfferTrigger.Withdraw, OfferStatus.Withdrawn);
        machine.Configure(OfferStatus.Made)
            .InternalTransition(OfferTrigger.Prepare)
            .PermitReentry(OfferTrigger.Make)
            .Permit(OfferTrigger.Accept, OfferStatus.Accepted)
            .Permit(OfferTrigger.Decline, OfferStatus.Declined)
            .Permit(OfferTrigger.Withdraw, OfferStatus.Withdrawn)
            .Permit(OfferTrigger.Expire, OfferStatus.Expired);
        machine.Configure(OfferStatus.Accepted)
            .InternalTransition(OfferTrigger.Prepare)
            .Ignore(OfferTrigger.Accept)
            .Permit(OfferTrigger.Decline, OfferStatus.Declined)
            .Permit(OfferTrigger.Withdraw, OfferStatus.Withdrawn);
        machine.Configure(OfferStatus.Declined)
            .Ignore(OfferTrigger.Decline)
            .Permit(OfferTrigger.Prepare, OfferStatus.Prepared)
            .Permit(OfferTrigger.Make, OfferStatus.Made);
        machine.Configure(OfferStatus.Withdrawn)
            .Ignore(OfferTrigger.Withdraw)
            .Permit(OfferTrigger.Prepare, OfferStatus.Prepared)
            .Permit(OfferTrigger.Make, OfferStatus.Made);
        machine.Configure(OfferStatus.Expired)
            .Ignore(OfferTrigger.Expire)
            .Permit(OfferTrigger.Prepare, OfferStatus.Prepared)
            .Permit(OfferTrigger.Make, OfferStatus.Made)
            .Permit(OfferTrigger.Withdraw, OfferStatus.Withdrawn);
        return machine.Build();
    }
}
