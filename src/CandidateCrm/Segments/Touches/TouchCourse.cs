namespace CandidateCrm.Segments.Touches;

/// <summary>Whether a touchpoint counts for a condition, now and later.</summary>
internal enum TouchCourse
{
    /// <summary>It never will.</summary>
    Never,

    /// <summary>It does, and always will.</summary>
    Always,

    /// <summary>It does until an instant, and never after.</summary>
    Ends,

    /// <summary>It does from an instant on.</summary>
    Begins,

    /// <summary>It comes and goes.</summary>
    Changes,
}
