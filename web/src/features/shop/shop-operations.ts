import { graphql } from '#schema/operations/generated/gql.ts';

export const PRODUCT_CARD = graphql(`
  fragment ProductCard on Product {
    id
    name
    imageUrl
    isInStock
    price {
      amountCents
      currency
    }
    category {
      slug
      name
    }
  }
`);

export const PRODUCTS = graphql(`
  query Products($search: String, $filter: ProductFilter, $sort: ProductSort, $after: String) {
    products(search: $search, filter: $filter, sort: $sort, first: 24, after: $after) {
      totalCount
      edges {
        cursor
        node {
          ...ProductCard
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export const CATEGORIES = graphql(`
  query Categories {
    categories {
      id
      slug
      name
      productCount
    }
  }
`);

export const PRODUCT = graphql(`
  query Product($id: ID!) {
    product(id: $id) {
      ...ProductCard
      description
      sku
      status
      stock
    }
  }
`);
