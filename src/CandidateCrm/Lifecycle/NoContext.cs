namespace CandidateCrm.Lifecycle;

/// <summary>The context of a machine whose guards need none: pass <c>default</c>.</summary>
public readonly record struct NoContext;
