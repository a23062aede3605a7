namespace CandidateCrm.Segments.Evaluation;

/// <summary>The other side of a comparison.</summary>
internal interface IOperand<in T, TValue>
{
    bool TryGet(T item, Moment moment, out TValue value);
}
