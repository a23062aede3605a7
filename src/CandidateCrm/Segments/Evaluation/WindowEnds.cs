namespace CandidateCrm.Segments.Evaluation;

/// <summary>Which ends of a window are in it.</summary>
internal readonly struct WindowEnds(bool isFromIn, bool isToIn)
{
    internal bool IsFromIn => isFromIn;

    internal bool IsToIn => isToIn;

    internal int Side(int toFrom, int toTo) => !Begins(toFrom) ? -1 : Ends(toTo) ? 0 : 1;

    internal bool Begins(int toFrom) => isFromIn ? toFrom >= 0 : toFrom > 0;

    internal bool Ends(int toTo) => isToIn ? toTo <= 0 : toTo < 0;
}
