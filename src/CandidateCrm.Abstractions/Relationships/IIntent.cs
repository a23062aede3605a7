namespace CandidateCrm.Relationships;

/// <summary>What a decision wants done outside: <see cref="OpenTask"/>, <see cref="CloseTask"/> or <see cref="Announce"/>.</summary>
public interface IIntent;
