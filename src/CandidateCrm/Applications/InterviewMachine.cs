using CandidateCrm.Lifecycle;

namespace CandidateCrm.Applications;

/// <summary>Which moves of an interview fit together. A move that it refuses is followed all the same, and reported.</summary>
public static class InterviewMachine
{
    /// <summary>Gets the machine, for questions and drawings.</summary>
    public static StateMachineDefinition<InterviewStatus, InterviewTrigger, NoContext> Definition { get; } = Built();

    /// <summary>Returns where a move leads, also one that the machine refuses.</summary>
    internal static InterviewStatus TargetOf(InterviewTrigger trigger) => trigger switch
    {
        InterviewTrigger.OfferSlots => InterviewStatus.SlotsOffered,
        InterviewTrigger.Lapse => InterviewStatus.SlotsLapsed,
        InterviewTrigger.Schedule or InterviewTrigger.Reschedule => InterviewStatus.Scheduled,
        InterviewTrigger.Cancel => InterviewStatus.Cancelled,
        InterviewTrigger.Miss => InterviewStatus.Missed,
        _ => InterviewStatus.Held,
    };

    private static StateMachineDefinition<InterviewStatus, InterviewTrigger, NoContext> Built()
    {
        var machine = StateMachine.Define<InterviewStatus, InterviewTrigger, NoContext>("interview").StartsIn(InterviewStatus.Untold);
        machine.Configure(InterviewStatus.Untold)
            .Permit(InterviewTrigger.OfferSlots, InterviewStatus.SlotsOffered)
            .Permit(InterviewTrigger.Schedule, InterviewStatus.Scheduled)
            .Permit(InterviewTrigger.Hold, InterviewStatus.Held);
        machine.Configure(InterviewStatus.SlotsOffered)
            .PermitReentry(InterviewTrigger.OfferSlots)
            .Permit(InterviewTrigger.Lapse, InterviewStatus.SlotsLapsed)
            .Permit(InterviewTrigger.Schedule, InterviewStatus.Scheduled)
            .Permit(InterviewTrigger.Reschedule, InterviewStatus.Scheduled)
            .Permit(InterviewTrigger.Cancel, InterviewStatus.Cancelled)
            .Permit(InterviewTrigger.Hold, InterviewStatus.Held);
        machine.Configure(InterviewStatus.SlotsLapsed)
            .Permit(InterviewTrigger.OfferSlots, InterviewStatus.SlotsOffered)
            .Permit(InterviewTrigger.Schedule, InterviewStatus.Scheduled)
            .Permit(InterviewTrigger.Reschedule, InterviewStatus.Scheduled)
            .Permit(InterviewTrigger.Cancel, InterviewStatus.Cancelled)
            .Permit(InterviewTrigger.Hold, InterviewStatus.Held);
        machine.Configure(InterviewStatus.Scheduled)
            .PermitReentry(InterviewTrigger.Reschedule)
            .Permit(InterviewTrigger.OfferSlots, InterviewStatus.SlotsOffered)
            .Permit(InterviewTrigger.Cancel, InterviewStatus.Cancelled)
            .Permit(InterviewTrigger.Miss, InterviewStatus.Missed)
            .Permit(InterviewTrigger.Hold, InterviewStatus.Held);
        machine.Configure(InterviewStatus.Missed)
            .Permit(InterviewTrigger.OfferSlots, InterviewStatus.SlotsOffered)
            .Permit(InterviewTrigger.Schedule, InterviewStatus.Scheduled)
            .Permit(InterviewTrigger.Reschedule, InterviewStatus.Scheduled)
            .Permit(InterviewTrigger.Cancel, InterviewStatus.Cancelled)
            .Ignore(InterviewTrigger.Miss);
        machine.Configure(InterviewStatus.Cancelled)
            .Permit(InterviewTrigger.OfferSlots, InterviewStatus.SlotsOffered)
            .Permit(InterviewTrigger.Schedule, InterviewStatus.Scheduled)
            .Ignore(InterviewTrigger.Cancel);
        machine.Configure(InterviewStatus.Held).Terminal().Ignore(InterviewTrigger.Hold);
        return machine.Build();
    }
}
