using System.Runtime.InteropServices;

namespace CandidateCrm.Lifecycle;

/// <summary>The answer of one state to one trigger: guarded choices in the order of their rules, and what holds where none is met.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct TransitionCell<TState, TContext>
    where TState : notnull
{
    internal GuardedChoice<TState, TContext>? Choice;
    internal Transition<TState> Otherwise;
}
