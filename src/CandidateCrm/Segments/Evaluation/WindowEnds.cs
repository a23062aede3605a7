namespace CandidateCrm.Segments.Evaluation;

/// <summary>Which ends of a window are in it.</summary>
internal readonly struct WindowEnds(bool isFromIn, bool isToIn)
{
    internal bool Hold(int toFrom, int toTo) => (isFromIn ? toFrom >= 0 : toFrom > 0) && (isToIn ? toTo <= 0 : toTo < 0);
}
