namespace CandidateCrm.Segments.Evaluation;

/// <summary>One rule made ready for one type of candidate or item.</summary>
internal abstract class RuleNode<T>
{
    /// <summary>Says whether it holds: true or false, also where there is no value.</summary>
    internal abstract bool Holds(T item, Moment moment);

    /// <summary>Says whether it holds where a comparison with no value is unknown: null for unknown.</summary>
    internal abstract bool? Judge(T item, Moment moment);
}
