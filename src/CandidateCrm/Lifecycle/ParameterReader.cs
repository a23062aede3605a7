namespace CandidateCrm.Lifecycle;

/// <summary>Reads the parameter of a trigger from the context. Must be pure, as guards are.</summary>
/// <typeparam name="TContext">What the guards of a machine look at.</typeparam>
/// <typeparam name="TValue">The type of the parameter.</typeparam>
/// <param name="context">What the caller of the machine gave.</param>
/// <param name="value">The parameter where it was given, otherwise the default.</param>
/// <returns>True where it was given.</returns>
public delegate bool ParameterReader<TContext, TValue>(in TContext context, out TValue? value);
