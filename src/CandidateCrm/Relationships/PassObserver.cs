namespace CandidateCrm.Relationships;

/// <summary>Looks on while a fold goes on. It changes no answer; a fold without one pays a single comparison a pass.</summary>
internal abstract class PassObserver
{
    /// <summary>Sees a pass when it is over.</summary>
    /// <param name="pass">The pass, with the state after it.</param>
    /// <param name="terms">What it was about.</param>
    /// <param name="before">The slices before it, in the order of the features.</param>
    /// <param name="order">The features.</param>
    /// <param name="result">What the fold has brought forth so far; what came before this pass is what was there after the last one.</param>
    internal abstract void Saw(FoldPass pass, in PassTerms terms, object?[] before, Reaction[] order, FoldResult result);
}
