//! Tests of the wording language and of the products written in it.

mod support;

mod xandocare_loads {
    #[test]
    fn and_is_whole() {
        let product = super::support::xandocare();
        assert_eq!(product.plans().len(), 3);
        assert_eq!(product.tariff().rows.len(), 54);
    }
}
