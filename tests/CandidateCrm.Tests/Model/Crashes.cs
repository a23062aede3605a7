namespace CandidateCrm.Tests.Model;

/// <summary>When the process dies next.</summary>
internal sealed class Crashes
{
    private int _callsLeft;

    internal bool AfterTheCall { get; private set; }

    internal bool IsDead { get; private set; }

    /// <summary>Gets how often the process died.</summary>
    internal int Count { get; private set; }

    /// <summary>Gets or sets how often a checkpoint was there to replay from.</summary>
    internal int CheckpointsRead { get; set; }

    /// <summary>Gets or sets what is leaked; nothing, unless a test breaks it on purpose.</summary>
    internal Leak Leaks { get; set; }

    internal void Arm(int call, bool afterTheCall) => (_callsLeft, AfterTheCall) = (call, afterTheCall);

    internal bool IsThisCall()
    {
        if (_callsLeft == 0 || --_callsLeft > 0)
        {
            return false;
        }

        IsDead = true;
        Count++;
        return true;
    }

    /// <summary>Starts the process again; false where it never died.</summary>
    internal bool Revive()
    {
        var died = IsDead;
        (_callsLeft, IsDead) = (0, false);
        return died;
    }
}
